import { describe, expect, it } from 'vitest'
import { countRefusals, countTries, type Limit, type Try } from './limits.ts'

const tried: Try = { subject: 'ann@people.example', network: '192.0.2.1' }

/** Counts what is left of three tries. */
function createLimit(left = 3): Limit & { left(): number } {
  let count = left
  return {
    left: () => count,
    async take() {
      if (count === 0) return false
      count -= 1
      return true
    },
    async giveBack() {
      count += 1
    },
  }
}

const fail = () => Promise.reject(new Error('the database is down'))
const mustNotRun = () => Promise.reject(new Error('must not run'))

describe.each([
  ['countTries', countTries],
  ['countRefusals', countRefusals],
])('%s', (_name, count) => {
  it('attempts nothing when there were too many tries, and gives none back', async () => {
    const limit = createLimit(0)
    expect(await count(limit, tried, mustNotRun)).toEqual({ refused: 'too-many-tries' })
    expect(limit.left()).toBe(0)
  })

  it('counts what is refused', async () => {
    const limit = createLimit()
    expect(await count(limit, tried, async () => ({ refused: 'wrong-password' }))).toEqual({
      refused: 'wrong-password',
    })
    expect(limit.left()).toBe(2)
  })

  it('does not count a fault, and passes it on', async () => {
    const limit = createLimit()
    await expect(count(limit, tried, fail)).rejects.toThrow('the database is down')
    expect(limit.left()).toBe(3)
  })

  it('takes the try before the attempt, so that many at once get no more', async () => {
    const limit = createLimit(2)
    const attempts = await Promise.all([1, 2, 3, 4].map(() => count(limit, tried, async () => ({ refused: 'wrong' }))))
    expect(attempts.filter(({ refused }) => refused === 'wrong')).toHaveLength(2)
  })
})

it('countTries counts also what is accepted', async () => {
  const limit = createLimit()
  expect(await countTries(limit, tried, async () => ({}))).toEqual({})
  expect(limit.left()).toBe(2)
})

it('countRefusals does not count what is accepted', async () => {
  const limit = createLimit()
  expect(await countRefusals(limit, tried, async () => ({ token: 'opaque' }))).toEqual({ token: 'opaque' })
  expect(limit.left()).toBe(3)
})

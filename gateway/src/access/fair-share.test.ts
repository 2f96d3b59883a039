import { expect, test } from 'vitest'
import { createFairShare } from './fair-share.ts'

/** Work that goes on until it is told to end. */
function stage() {
  let now = 0
  const share = createFairShare({ atOnce: 2, waiting: 3, patienceMs: 100 }, () => now)
  const begun: string[] = []
  const ends: (() => void)[] = []
  const ask = (client: string, name: string) =>
    share(client, () => {
      begun.push(name)
      return new Promise<void>((resolve) => ends.push(resolve))
    })
  const pass = (ms: number) => {
    now += ms
  }
  return { share, begun, ends, ask, pass }
}

test('so much is done at once, the rest in its turn, and what is too much is turned away', async () => {
  const { begun, ends, ask } = stage()
  const asked = ['1', '2', '3', '4', '5'].map((name) => ask('ann', name))
  await expect(ask('ann', '6')).rejects.toMatchObject({ status: 429 })
  expect(begun).toEqual(['1', '2'])
  const ofBob = ask('bob', 'of bob')
  await Promise.resolve()
  expect(begun).toEqual(['1', '2', 'of bob'])
  while (begun.length < 6) {
    ends.shift()?.()
    await Promise.resolve()
  }
  for (const end of ends) end()
  await Promise.all([...asked, ofBob])
  expect(begun).toEqual(['1', '2', 'of bob', '3', '4', '5'])
})

test('work that fails gives its place to the next', async () => {
  const { share } = stage()
  const fail = () => share('ann', () => Promise.reject(new Error('out of ink')))
  const answers = await Promise.allSettled(Array.from({ length: 5 }, fail))
  expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
  expect(await share('ann', async () => 'printed')).toBe('printed')
})

test('who has waited for too long is turned away, and so nobody waits for a multiple of what hangs', async () => {
  const { begun, ends, ask, pass } = stage()
  const hanging = [ask('ann', '1'), ask('ann', '2')]
  await expect.poll(() => begun).toEqual(['1', '2'])
  const late = ask('ann', 'late')
  pass(60)
  const soon = ask('ann', 'soon')
  pass(60)
  ends.shift()?.()
  await expect(late).rejects.toMatchObject({ status: 429 })
  await expect.poll(() => begun).toEqual(['1', '2', 'soon'])
  for (const end of ends) end()
  await Promise.all([...hanging, soon])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classifyPush } from './feed-rule.ts'

/** The pushes of an owner: versions in order, one or several per push. */
const pushes = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 30 }).map((steps) => {
  const upTo = (end: number) => steps.slice(0, end).reduce((sum, step) => sum + step, 0)
  return steps.map((_, at) => ({ after: upTo(at), version: upTo(at + 1) }))
})

/** Repeated, reordered and lost, as a network may. */
const arrivals = pushes.chain((sent) => fc.array(fc.constantFrom(...sent), { maxLength: 60 }))

function follow(received: { after: number; version: number }[], rule: typeof classifyPush) {
  let mine = 0
  const seen = [mine]
  const gaps: string[] = []
  for (const push of received) {
    if (rule(mine, push) !== 'apply') continue
    if (push.after > mine) gaps.push(`${push.after} after ${mine}`)
    mine = push.version
    seen.push(mine)
  }
  return { seen, gaps }
}

test('versions only grow, and nothing is applied over a gap', () => {
  fc.assert(
    fc.property(arrivals, (received) => {
      const { seen, gaps } = follow(received, classifyPush)
      expect(gaps).toEqual([])
      expect(seen).toEqual([...new Set(seen)].sort((a, b) => a - b))
    }),
  )
})

test('all pushes in order lead to the head', () => {
  fc.assert(
    fc.property(pushes, (sent) => {
      expect(follow(sent, classifyPush).seen.at(-1)).toBe(sent.at(-1)?.version)
    }),
  )
})

test('without the rule, the same arrivals go back and over gaps', () => {
  const holds = (rule: typeof classifyPush) =>
    fc.check(
      fc.property(arrivals, (received) => {
        const { seen, gaps } = follow(received, rule)
        return gaps.length === 0 && seen.every((version, at) => at === 0 || version > (seen[at - 1] ?? 0))
      }),
    ).failed
  expect(holds(() => 'apply')).toBe(true)
  expect(holds(classifyPush)).toBe(false)
})

test('a gap, or nothing known yet, means reading again', () => {
  expect(classifyPush(3, { after: 4, version: 5 })).toBe('read-again')
  expect(classifyPush(null, { after: 0, version: 1 })).toBe('read-again')
  expect(classifyPush(5, { after: 4, version: 5 })).toBe('ignore')
})

import { expect, test } from 'vitest'
import { createWaiting } from './waiting.ts'

const LONG = 60_000

/** Nothing is there to be read until it comes. */
function createAwaited() {
  let answer: string | undefined
  let reads = 0
  return {
    read: async () => {
      reads += 1
      return answer
    },
    come: () => {
      answer = 'come'
    },
    reads: () => reads,
  }
}

test('what is on its way is waited for', async () => {
  const [soon, awaited] = [createWaiting(), createAwaited()]
  const asked = soon('ann', awaited.read, Boolean, LONG)
  awaited.come()
  expect(await asked).toBe('come')
})

test('but not longer than the time', async () => {
  const [soon, awaited] = [createWaiting(), createAwaited()]
  expect(await soon('ann', awaited.read, Boolean, 100)).toBeUndefined()
  expect(awaited.reads()).toBeGreaterThan(1)
})

test('one person waits eight times at once and no more; somebody else still does', async () => {
  const [soon, awaited] = [createWaiting(), createAwaited()]
  const ask = (person: string) => soon(person, awaited.read, Boolean, LONG)
  const eight = Array.from({ length: 8 }, () => ask('ann'))
  expect(await ask('ann')).toBeUndefined()
  const bobs = ask('bob')
  awaited.come()
  expect(new Set(await Promise.all([...eight, bobs]))).toEqual(new Set(['come']))
})

test('who was answered may wait again', async () => {
  const [soon, awaited] = [createWaiting(), createAwaited()]
  await Promise.all(Array.from({ length: 9 }, () => soon('ann', awaited.read, Boolean, 0)))
  const asked = soon('ann', awaited.read, Boolean, LONG)
  awaited.come()
  expect(await asked).toBe('come')
})

import { expect, test } from 'vitest'
import { createBoundedWait } from './bounded-wait.ts'

const LONG = 60_000

/** Data that cannot be read before it arrives. */
function createLateData() {
  let data: string | undefined
  let reads = 0
  return {
    read: async () => {
      reads += 1
      return data
    },
    arrive: () => {
      data = 'arrived'
    },
    reads: () => reads,
  }
}

test('it waits for data that is on its way', async () => {
  const [waitFor, late] = [createBoundedWait(), createLateData()]
  const result = waitFor('ann', late.read, Boolean, LONG)
  late.arrive()
  expect(await result).toBe('arrived')
})

test('it waits no longer than the timeout', async () => {
  const [waitFor, late] = [createBoundedWait(), createLateData()]
  expect(await waitFor('ann', late.read, Boolean, 100)).toBeUndefined()
  expect(late.reads()).toBeGreaterThan(1)
})

test('one person waits at most eight times at once, without limiting others', async () => {
  const [waitFor, late] = [createBoundedWait(), createLateData()]
  const wait = (person: string) => waitFor(person, late.read, Boolean, LONG)
  const eight = Array.from({ length: 8 }, () => wait('ann'))
  expect(await wait('ann')).toBeUndefined()
  const bobs = wait('bob')
  late.arrive()
  expect(new Set(await Promise.all([...eight, bobs]))).toEqual(new Set(['arrived']))
})

test('a person whose waits have ended may wait again', async () => {
  const [waitFor, late] = [createBoundedWait(), createLateData()]
  await Promise.all(Array.from({ length: 9 }, () => waitFor('ann', late.read, Boolean, 0)))
  const result = waitFor('ann', late.read, Boolean, LONG)
  late.arrive()
  expect(await result).toBe('arrived')
})

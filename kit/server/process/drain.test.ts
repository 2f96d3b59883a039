import { describe, expect, it } from 'vitest'
import { eventually } from '../../testing/eventually.ts'
import { createDrain } from './drain.ts'

/** Work that takes everything that waits, and ends when it is told to. */
function createStage() {
  let waiting: string[] = []
  const batches: string[][] = []
  const ends: (() => void)[] = []
  const drain = createDrain(
    () => waiting.length > 0,
    async () => {
      batches.push(waiting)
      waiting = []
      await new Promise<void>((resolve) => ends.push(resolve))
    },
  )
  return {
    drain,
    batches,
    add(name: string) {
      waiting.push(name)
      drain.start()
    },
    async endBatch() {
      await eventually(() => ends.length).toBeGreaterThan(0)
      ends.shift()?.()
    },
  }
}

describe('a drain', () => {
  it('takes what is added in one turn as one batch', async () => {
    const { add, batches, endBatch, drain } = createStage()
    for (const name of ['a', 'b', 'c']) add(name)
    await endBatch()
    await drain.idle()
    expect(batches).toEqual([['a', 'b', 'c']])
  })

  it('runs one batch at a time; what comes meanwhile is the next', async () => {
    const { add, batches, endBatch, drain } = createStage()
    add('a')
    await eventually(() => batches).toEqual([['a']])
    add('b')
    add('c')
    await new Promise((resolve) => setImmediate(resolve))
    expect(batches).toEqual([['a']])
    await endBatch()
    await endBatch()
    await drain.idle()
    expect(batches).toEqual([['a'], ['b', 'c']])
  })

  it('starts again after it was idle', async () => {
    const { add, batches, endBatch, drain } = createStage()
    add('a')
    await endBatch()
    await drain.idle()
    add('b')
    await endBatch()
    await drain.idle()
    expect(batches).toEqual([['a'], ['b']])
  })

  it('is idle only when the work that was added during the last batch is done too', async () => {
    const { add, batches, endBatch, drain } = createStage()
    add('a')
    await eventually(() => batches).toHaveLength(1)
    let idle = false
    const waited = drain.idle().then(() => {
      idle = true
    })
    add('b')
    await endBatch()
    await eventually(() => batches).toHaveLength(2)
    expect(idle).toBe(false)
    await endBatch()
    await waited
  })

  it('is idle at once when there is nothing to do, and starts no work then', async () => {
    const { drain, batches } = createStage()
    await drain.idle()
    drain.start()
    await drain.idle()
    expect(batches).toEqual([])
  })
})

import { expect } from 'vitest'

/** Polls until the assertion holds, however busy the machine is. */
export const eventually = <Value>(read: () => Value) => expect.poll(read, { timeout: 60_000 })

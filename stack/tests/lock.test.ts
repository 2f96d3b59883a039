import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { lock } from '../src/state/lock.ts'
import { temporaryState } from './temporary-state.ts'

test('a second start from the same folder is refused with the process that runs', () => {
  const state = temporaryState()
  const unlock = lock(state)
  expect(() => lock(state)).toThrow(`process ${process.pid}`)
  unlock()
  expect(() => lock(state)()).not.toThrow()
})

test.each([
  ['a process that is gone', { pid: 4_194_304, began: '1' }],
  ['another process with the same pid', { pid: process.pid, began: '1' }],
])('the lock of %s is taken over', (_, holder) => {
  const state = temporaryState()
  writeFileSync(join(state, 'lock'), JSON.stringify(holder))
  lock(state)()
  expect(existsSync(join(state, 'lock'))).toBe(false)
})

test('a lock file cut short by a crash is taken over', () => {
  const state = temporaryState()
  writeFileSync(join(state, 'lock'), '')
  expect(() => lock(state)()).not.toThrow()
})

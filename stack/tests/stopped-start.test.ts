import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startStack } from '../src/topology/start-stack.ts'
import { temporaryState } from './temporary-state.ts'

test('a start that a signal stops ends what it has started, and throws only Stopped', async () => {
  const stateDir = temporaryState()
  const controller = new AbortController()
  const step = async <T>(name: string, work: (note: () => void) => T | Promise<T>) => {
    if (name === 'databases') controller.abort('SIGINT')
    return work(() => {})
  }
  const starting = startStack({ stateDir, step, signal: controller.signal })
  await expect(starting).rejects.toMatchObject({ name: 'Stopped', exitCode: 130 })
  expect(readFileSync(join(stateDir, 'processes.json'), 'utf8')).toBe('{}')
})

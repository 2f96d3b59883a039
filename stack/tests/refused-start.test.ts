import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from '../src/host/ports.ts'
import { startStack } from '../src/topology/start-stack.ts'
import { temporaryState } from './temporary-state.ts'

afterEach(() => void vi.unstubAllEnvs())

async function takenPort() {
  const port = await freePort()
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return port
}

test('a start that is refused since its port is in use leaves no folder behind', async () => {
  const above = temporaryState()
  const stateDir = join(above, 'states', 'main')
  await expect(startStack({ stateDir, port: await takenPort() })).rejects.toThrow('is in use')
  expect(readdirSync(above)).toEqual([])
})

test('a start with half of the keys of a third party is refused before anything is made', async () => {
  vi.stubEnv('STRIPE_SECRET_KEY', 'sk_live_1')
  vi.stubEnv('STRIPE_WEBHOOK_SECRET', undefined)
  const stateDir = join(temporaryState(), 'main')
  await expect(startStack({ stateDir })).rejects.toThrow('STRIPE_WEBHOOK_SECRET is missing')
  expect(existsSync(stateDir)).toBe(false)
})

test('a start that is refused keeps what was there, even when it was asked to begin afresh', async () => {
  const stateDir = temporaryState()
  mkdirSync(join(stateDir, 'releases'))
  writeFileSync(join(stateDir, 'secrets.json'), '{}')
  await expect(startStack({ stateDir, port: await takenPort(), fresh: true })).rejects.toThrow('is in use')
  expect(readdirSync(stateDir).sort()).toEqual(['releases', 'secrets.json'])
  expect(readFileSync(join(stateDir, 'secrets.json'), 'utf8')).toBe('{}')
})

import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../src/host/ports.ts'
import { identify, isAlive, type ProcessIdentity } from '../src/host/process-identity.ts'
import { endLeftovers } from '../src/state/process-records.ts'
import type { ProgramSpec } from '../src/supervision/supervisor.ts'
import { temporaryState, temporarySupervisor } from './temporary-state.ts'

test('a killed process is started again, and a stopped one is not', async () => {
  const state = temporaryState()
  const program = temporarySupervisor(state).program(await sleeper(state))
  await program.start()
  const first = identity(program.pid())
  await program.kill()
  await program.start()
  const second = identity(program.pid())
  expect(second).not.toEqual(first)
  await program.stop()
  await sleep(300)
  expect(program.pid()).toBeUndefined()
  expect(isAlive(second)).toBe(false)
})

test('a process that ends again and again is given up with the end of its log', async () => {
  const state = temporaryState()
  const spec = await sleeper(state)
  const program = temporarySupervisor(state).program({
    ...spec,
    args: ['-e', 'console.log("DATABASE_URL is missing"); process.exit(1)'],
  })
  await expect(program.start()).rejects.toThrow('DATABASE_URL is missing')
})

test('what depends on others is stopped before them', async () => {
  const state = temporaryState()
  const supervisor = temporarySupervisor(state)
  const order = join(state, 'order')
  for (const [rank, name] of ['store', 'service', 'gateway'].entries()) {
    const spec = await sleeper(
      state,
      `process.on('SIGTERM', () => { require('fs').appendFileSync(${JSON.stringify(order)}, '${name} '); process.exit() })`,
    )
    await supervisor.program({ ...spec, name, rank }).start()
  }
  await supervisor.stopAll()
  expect(readFileSync(order, 'utf8')).toBe('gateway service store ')
})

test('what a killed stack left is ended at the next start, a stranger with a recycled pid is not', async () => {
  const state = temporaryState()
  const [left, stranger] = [spawnSleep(), spawnSleep()]
  const records = {
    left: { ...left, stopSignal: 'SIGTERM' },
    stranger: { ...stranger, began: 'long ago', stopSignal: 'SIGTERM' },
  }
  writeFileSync(join(state, 'processes.json'), JSON.stringify(records))
  await endLeftovers(state)
  expect([isAlive(left), isAlive(stranger)]).toEqual([false, true])
})

/** A program that is ready as soon as it listens. */
async function sleeper(state: string, extra = ''): Promise<ProgramSpec> {
  const port = await freePort()
  const script = `${extra}; require('http').createServer((_, answer) => answer.end()).listen(${port}, '127.0.0.1')`
  return {
    name: 'sleeper',
    rank: 0,
    command: process.execPath,
    args: ['-e', script],
    cwd: state,
    env: process.env,
    ready: () => fetch(`http://127.0.0.1:${port}`).then(() => true as const, String),
  }
}

function spawnSleep() {
  const child = spawn('sleep', ['60'])
  onTestFinished(() => void child.kill())
  return identity(child.pid)
}

function identity(pid = 0): ProcessIdentity {
  const found = identify(pid)
  if (!found) throw new Error(`no process ${pid}`)
  return found
}

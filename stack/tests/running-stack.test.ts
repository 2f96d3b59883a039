import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findLogs } from '../src/cli/logs.ts'
import { describeStack } from '../src/cli/status.ts'
import { stopStack } from '../src/cli/stop.ts'
import { identify, isAlive, type ProcessIdentity } from '../src/host/process-identity.ts'
import { writeDescription } from '../src/state/running-stack.ts'
import { temporaryState } from './temporary-state.ts'

const NONE = 'No stack called main is running from this folder: start it with npm start.'

function startSleeper(): ProcessIdentity {
  const child = spawn('sleep', ['600'])
  onTestFinished(() => void child.kill('SIGKILL'))
  return identify(child.pid as number) as ProcessIdentity
}

const hold = (state: string, holder: ProcessIdentity | null) =>
  writeFileSync(join(state, 'lock'), JSON.stringify(holder))

describe('stop', () => {
  test('ends the process that holds the lock, also while the stack is still starting', async () => {
    const state = temporaryState()
    const holder = startSleeper()
    hold(state, holder)
    await stopStack('main', state)
    expect(isAlive(holder)).toBe(false)
  })

  test('ends what a killed stack has left', async () => {
    const state = temporaryState()
    const left = startSleeper()
    writeFileSync(join(state, 'processes.json'), JSON.stringify({ 'search-1': { ...left, stopSignal: 'SIGTERM' } }))
    await stopStack('main', state)
    expect(isAlive(left)).toBe(false)
  })

  test('says in one sentence that nothing runs, and makes no folder', async () => {
    const state = join(temporaryState(), 'none')
    await expect(stopStack('main', state)).rejects.toThrow(NONE)
    expect(existsSync(state)).toBe(false)
  })
})

/** A process that is ready, or says why not. */
async function startProcess(why: string[]) {
  const server = createServer(
    (_, response) => void response.writeHead(why.length ? 503 : 200).end(JSON.stringify({ why })),
  )
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

describe('status', () => {
  async function describeWith(search: string) {
    const state = temporaryState()
    const gateway = await startProcess([])
    const urls = { search, 'search-1': search, gateway, 'gateway-1': gateway }
    const rest = { natsUrl: '', adminDatabaseUrl: '', releasesDir: '', opsToken: 'a token' }
    writeDescription(state, { url: 'http://localhost:4000', port: 4000, urls, ...rest })
    hold(state, identify(process.pid))
    return { gateway, ...(await describeStack('main', state)) }
  }

  test('names every instance, and is well while all are ready', async () => {
    const search = await startProcess([])
    const { lines, isWell, gateway } = await describeWith(search)
    expect(lines).toEqual([
      `main http://localhost:4000 (process ${process.pid})`,
      `✓ search-1   ${search}  ready`,
      `✓ gateway-1  ${gateway}  ready`,
    ])
    expect(isWell).toBe(true)
  })

  test('says why an instance is not ready, also when it is away', async () => {
    const busy = await describeWith(await startProcess(['streams: catching up']))
    expect(busy.lines[1]).toMatch(/^✗ search-1 .* not ready: streams: catching up$/)
    const away = await describeWith('http://127.0.0.1:9')
    expect([away.isWell, away.lines[1]]).toEqual([false, expect.stringMatching(/^✗ search-1 .* not ready: /)])
  })

  test('says in one sentence that nothing runs, or that it is only starting', async () => {
    const state = temporaryState()
    await expect(describeStack('main', state)).rejects.toThrow(NONE)
    hold(state, identify(process.pid))
    await expect(describeStack('main', state)).rejects.toThrow('The stack called main is starting or stopping')
  })
})

describe('logs', () => {
  function stateWithLogs() {
    const state = temporaryState()
    mkdirSync(join(state, 'logs'))
    for (const name of ['search-1.log', 'search-2.log', 'search-1.log.1', 'bff-search-1.log', 'postgres.log'])
      writeFileSync(join(state, 'logs', name), '')
    return state
  }

  test.each([
    ['search', ['search-1.log', 'search-2.log']],
    ['search-2', ['search-2.log']],
    ['postgres', ['postgres.log']],
  ])('of %s are %j', (name, files) => {
    expect(findLogs('main', name, stateWithLogs()).files).toEqual(files)
  })

  test('of a process that does not exist, or is not named, are refused with the names that exist', () => {
    const names = 'it is one of bff-search, postgres, search.'
    expect(() => findLogs('main', 'serch', stateWithLogs())).toThrow(`There is no log of serch: ${names}`)
    expect(() => findLogs('main', undefined, stateWithLogs())).toThrow(`No process is named: ${names}`)
    expect(() => findLogs('main', 'search', temporaryState())).toThrow(NONE)
  })
})

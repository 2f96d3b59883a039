import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, onTestFinished, test, vi } from 'vitest'

const require = createRequire(import.meta.url)
const planted = fileURLToPath(new URL('planted/', import.meta.url))
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')
const playwright = join(dirname(require.resolve('@playwright/test/package.json')), 'cli.js')

const runners = {
  vitest: [vitest, 'run', '--config', join(planted, 'vitest.config.ts')],
  playwright: [playwright, 'test', '--config', join(planted, 'playwright.config.ts')],
}

describe.skipIf(!existsSync('/proc/self/cmdline'))('a stopped test run', { timeout: 180_000 }, () => {
  test.each([
    ['vitest', 'SIGTERM'],
    ['playwright', 'SIGINT'],
  ] as const)('by its own pid leaves no process behind (%s, %s)', async (runner, signal) => {
    const run = await startRun('interruptible', runner)
    run.child.kill(signal)
    await once(run.child, 'exit')
    expect(run.processes()).toEqual([])
    expect(run.isClosed()).toBe(runner === 'playwright')
  })

  test('leaves processes behind where nobody passes the signal on (negative control)', async () => {
    const run = await startRun('plain', 'vitest')
    run.child.kill('SIGTERM')
    await once(run.child, 'exit')
    expect(run.processes().length).toBeGreaterThanOrEqual(2)
  })
})

/** A run of a planted test that never ends, once the processes it starts are there. */
async function startRun(way: 'interruptible' | 'plain', runner: keyof typeof runners) {
  const mark = `planted-${randomUUID()}`
  const started = join(mkdtempSync(join(tmpdir(), 'planted-')), 'started')
  const env = { ...process.env, PLANTED_MARK: mark, PLANTED_STARTED: started, VITEST: undefined, NODE_ENV: undefined }
  const args = ['--import', 'tsx', join(planted, 'run-runner.ts'), way, ...runners[runner]]
  const child = spawn(process.execPath, args, { env, stdio: 'ignore' })
  const processes = () => processesWith(mark)
  onTestFinished(() => {
    for (const pid of processes()) process.kill(pid, 'SIGKILL')
  })
  await vi.waitUntil(() => existsSync(started), { timeout: 120_000 })
  return { child, processes, isClosed: () => readFileSync(started, 'utf8') === 'closed' }
}

/** Those whose command line or environment holds the mark: runner, workers, and what they have started. */
function processesWith(mark: string): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
  return pids.filter((pid) => holds(pid, mark)).map(Number)
}

function holds(pid: string, mark: string) {
  try {
    return ['cmdline', 'environ'].some((file) => readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(mark))
  } catch {
    return false
  }
}

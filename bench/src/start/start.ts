import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, rmSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { postgresFolder, root, stateFolder } from '@fernweh/stack/state/folders'
import { startNats } from '@fernweh/stack/stores/nats'
import { startPostgres } from '@fernweh/stack/stores/postgres'
import { createSupervisor } from '@fernweh/stack/supervision/supervisor'
import { inFreshBrowser, unthrottled } from '../browser/browser.ts'
import { type Bench, row } from '../report/bench.ts'
import { median } from '../report/statistics.ts'

const STACK = 'bench-start'
const STORES = 'bench-stores'

export const start: Bench = {
  against: 'PostgreSQL and NATS alone, on the same empty or kept folder',
  runs: 3,
  async run({ runs, log }) {
    const stack: { first: number[]; second: number[] } = { first: [], second: [] }
    const stores: typeof stack = { first: [], second: [] }
    for (let run = 1; run <= runs; run++) {
      log(`run ${run} of ${runs}`)
      for (const name of [STACK, STORES]) empty(name)
      for (const time of ['first', 'second'] as const) {
        stack[time].push(await secondsToPage())
        stores[time].push(await secondsToStores())
      }
    }
    for (const name of [STACK, STORES]) empty(name)
    const figures = (time: 'first' | 'second') => ({
      value: median(stack[time]),
      unit: 's',
      against: median(stores[time]),
    })
    return [
      row({ what: 'first npm start, built, empty stores → open page', ...figures('first') }),
      row({ what: 'second npm start → open page', ...figures('second'), targets: [{ of: 'value', atMost: 15 }] }),
    ]
  },
}

/** Time from the command to the first page's content in a browser. */
async function secondsToPage(): Promise<number> {
  const began = performance.now()
  const npm = spawn('npm', ['start', '--silent', '--', '--name', STACK], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  try {
    const url = await readyUrl(npm)
    await inFreshBrowser({ profile: unthrottled }, async (page) => {
      await page.goto(url, { waitUntil: 'commit' })
      await page.locator('#main h1').first().waitFor()
    })
    return (performance.now() - began) / 1000
  } finally {
    await stop(npm)
  }
}

async function readyUrl({ stdout }: { stdout: Readable }): Promise<string> {
  const lines: string[] = []
  for await (const line of createInterface(stdout)) {
    const [, url] = /^ready (\S+)/.exec(line) ?? []
    if (url) return url
    lines.push(line)
  }
  throw new Error(`npm start ended early:\n${lines.join('\n')}`)
}

/** Signals the whole process group, like Ctrl-C. */
async function stop(npm: ChildProcess) {
  if (npm.exitCode !== null || npm.signalCode !== null || !npm.pid) return
  const ended = once(npm, 'exit')
  npm.stdout?.resume()
  process.kill(-npm.pid, 'SIGINT')
  await ended
}

async function secondsToStores(): Promise<number> {
  const began = performance.now()
  const state = stateFolder(STORES)
  mkdirSync(state, { recursive: true })
  const supervisor = createSupervisor(state)
  try {
    await startPostgres({ state, password: 'bench', supervisor })
    await startNats({ state, supervisor })
    return (performance.now() - began) / 1000
  } finally {
    await supervisor.stopAll()
  }
}

function empty(name: string) {
  const state = stateFolder(name)
  for (const folder of [state, postgresFolder(state)]) rmSync(folder, { recursive: true, force: true })
}

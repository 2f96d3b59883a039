import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { step } from '../../steps.mjs'
import { chromiumPath } from '../host/chromium.ts'
import { root } from '../state/folders.ts'
import { clearReports, readTally, testedWorkspaces } from './reports.ts'
import { startTestInfrastructure } from './test-infrastructure.ts'

/** `npm test`: every workspace's tests against one PostgreSQL and NATS, then the journeys in a browser. */
export async function main(args: string[]) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } })
  clearReports()
  const CHROMIUM_PATH = await step('chromium', chromiumPath)
  const units = await runUnits(values.only)
  const journeys = await runJourneys(values.only, CHROMIUM_PATH)
  const { passed, failed } = readTally(values.only)
  // A runner may fail without a failed test, by an error beside them.
  const silent = failed === 0 && units + journeys > 0 ? 1 : 0
  console.log(`${passed} passed, ${failed + silent} failed`)
  process.exit(failed + silent ? 1 : 0)
}

/** `--only bookings` runs the workspaces and journeys with that word in their name. */
async function runUnits(only = '') {
  const names = testedWorkspaces(only).map(({ name }) => name)
  if (!names.length) return 0
  const infrastructure = await step('postgres, nats', () => startTestInfrastructure())
  try {
    const filter = names.map((name) => `--filter=${name}`)
    const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')
    return await run(
      [turbo, 'run', 'test', ...filter, '--continue', '--concurrency=2', '--output-logs=new-only'],
      root,
      infrastructure.env,
    )
  } finally {
    await infrastructure.close()
  }
}

async function runJourneys(only: string | undefined, CHROMIUM_PATH: string) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const filter = only ? [only] : []
  const env = { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/journeys.json' }
  return run([playwright, 'test', ...filter, '--pass-with-no-tests', '--reporter=list,json'], join(root, 'e2e'), env)
}

function run(args: string[], cwd: string, env: Record<string, string>) {
  const quiet = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...process.env, ...quiet, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  return new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

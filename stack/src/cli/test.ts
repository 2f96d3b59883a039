import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { step } from '../../steps.mjs'
import { chromiumPath } from '../host/chromium.ts'
import { root } from '../state/folders.ts'
import { interruptible, orStopped, runRunner } from './interruptible.ts'
import { clearReports, readTally, testedWorkspaces } from './reports.ts'
import { startTestInfrastructure } from './test-infrastructure.ts'

/** `npm test`: every workspace's tests against one PostgreSQL and NATS, then the journeys in a browser. */
export async function main(args: string[]) {
  const { values } = parseArgs({ args, options: { only: { type: 'string' } } })
  clearReports()
  const runners = await interruptible((signal) => runAll(values.only, signal))
  const { passed, failed } = readTally(values.only)
  // A runner may fail without a failed test, by an error beside them.
  const silent = failed === 0 && runners > 0 ? 1 : 0
  console.log(`${passed} passed, ${failed + silent} failed`)
  process.exit(failed + silent ? 1 : 0)
}

async function runAll(only: string | undefined, signal: AbortSignal) {
  const chromium = await orStopped(signal, step('chromium', chromiumPath))
  return (await runUnits(only, signal)) + (await runJourneys(only, chromium, signal))
}

/** `--only bookings` runs the workspaces and journeys with that word in their name. */
async function runUnits(only = '', signal: AbortSignal) {
  const names = testedWorkspaces(only).map(({ name }) => name)
  if (!names.length) return 0
  const infrastructure = await step('postgres, nats', () => startTestInfrastructure())
  try {
    const filter = names.map((name) => `--filter=${name}`)
    const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')
    const args = [turbo, 'run', 'test', ...filter, '--continue', '--concurrency=2', '--output-logs=new-only']
    return await runRunner({ args, cwd: root, env: { ...QUIET, ...infrastructure.env }, signal })
  } finally {
    await infrastructure.close()
  }
}

async function runJourneys(only: string | undefined, CHROMIUM_PATH: string, signal: AbortSignal) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const filter = only ? [only] : []
  const args = [playwright, 'test', ...filter, '--pass-with-no-tests', '--reporter=list,json']
  const env = { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/journeys.json' }
  return runRunner({ args, cwd: join(root, 'e2e'), env, signal })
}

const QUIET = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', TURBO_NO_UPDATE_NOTIFIER: '1' }

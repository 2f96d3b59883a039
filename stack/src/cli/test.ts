import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumPath } from '../host/chromium.ts'
import { PlainError } from '../plain-error.ts'
import { root } from '../state/folders.ts'
import { clearReports, readTally, slowestFiles, testedWorkspaces } from '../test-runs/reports.ts'
import { startTestInfrastructure } from '../test-runs/test-infrastructure.ts'
import { build, quietTurbo } from './build.ts'
import { readCommandLine } from './command-line.ts'
import { interruptible, orStopped, runRunner } from './interruptible.ts'
import { testLine } from './options.ts'
import { step } from './step.ts'

/** `npm test`: every workspace's tests against one PostgreSQL and NATS, then the stories in a browser. */
export async function main(args: string[]) {
  const { only } = readCommandLine(testLine, args).values
  checkName(only)
  await build()
  clearReports()
  const runners = await interruptible((signal) => runAll(only, signal))
  const { passed, failed } = readTally(only)
  console.log(`\nThe slowest test files:\n${slowestFiles(only).join('\n')}\n`)
  // A runner may fail without a failed test, by an error beside them.
  const silent = failed === 0 && runners > 0 ? 1 : 0
  console.log(`${passed} passed, ${failed + silent} failed`)
  process.exit(failed + silent ? 1 : 0)
}

function checkName(only: string | undefined) {
  if (!only || testedWorkspaces(only).length || storyFiles().some((file) => file.includes(only))) return
  throw new PlainError(`--only ${only}: no workspace and no story has that in its name.`)
}

const storyFiles = () => readdirSync(join(root, 'e2e', 'tests'))

/** Most files wait for processes and timers more than they compute. */
const VITEST_MAX_WORKERS = '2'

async function runAll(only: string | undefined, signal: AbortSignal) {
  const chromium = await orStopped(signal, step('chromium', chromiumPath))
  return (await runUnits(only, signal)) + (await runStories(only, chromium, signal))
}

/** `--only bookings` runs the workspaces and stories with that word in their name. */
async function runUnits(only = '', signal: AbortSignal) {
  const names = testedWorkspaces(only).map(({ name }) => name)
  if (!names.length) return 0
  const infrastructure = await step('postgres, nats', () => startTestInfrastructure())
  try {
    const filter = names.map((name) => `--filter=${name}`)
    const turbo = join(root, 'node_modules', 'turbo', 'bin', 'turbo')
    const args = [turbo, 'run', 'test', ...filter, '--continue', '--concurrency=2', '--output-logs=new-only']
    return await runRunner({
      args,
      cwd: root,
      env: { ...quietTurbo, ...infrastructure.env, VITEST_MAX_WORKERS },
      signal,
    })
  } finally {
    await infrastructure.close()
  }
}

async function runStories(only: string | undefined, CHROMIUM_PATH: string, signal: AbortSignal) {
  const playwright = join(root, 'node_modules', '@playwright', 'test', 'cli.js')
  const filter = only ? [only] : []
  const args = [playwright, 'test', ...filter, '--pass-with-no-tests', '--reporter=list,json']
  const env = { CHROMIUM_PATH, PLAYWRIGHT_JSON_OUTPUT_NAME: 'test-results/stories.json' }
  return runRunner({ args, cwd: join(root, 'e2e'), env, signal })
}

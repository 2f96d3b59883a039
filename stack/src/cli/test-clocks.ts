import { allClocks, fewClocks, storeClocks, type TestClock } from '../clocks/clocks.ts'
import { fakeClockEnv } from '../clocks/fake-clock.ts'
import { libfaketime } from '../clocks/libfaketime.ts'
import { runTests } from '../clocks/run-tests.ts'
import { type ClockResult, toTable } from '../clocks/table.ts'
import { testFilesOf } from '../clocks/test-files.ts'
import { testedWorkspaces } from '../test-runs/reports.ts'
import { startTestInfrastructure } from '../test-runs/test-infrastructure.ts'
import { readCommandLine } from './command-line.ts'
import { interruptible, orStopped } from './interruptible.ts'
import { testClocksLine } from './options.ts'
import { step } from './step.ts'

/** The workspaces whose tests read dates most, for `--few`. */
const FEW = ['contracts', 'mfe-bookings', 'mfe-search', 'notifications', 'search', 'stack']

/** `npm run test:clocks`: the tests at the ends of months and on days of clock changes, in zones far from UTC. */
export async function main(args: string[]) {
  const { few = false, only = '' } = readCommandLine(testClocksLine, args).values
  const library = await findLibrary(few)
  const results = await interruptible((signal) => orStopped(signal, runAll(library, { few, only })))
  console.log(toTable(results))
  const count = (of: (result: ClockResult) => number) => results.reduce((sum, result) => sum + of(result), 0)
  const failed = count(({ failures }) => failures.length)
  console.log(`${count(({ passed }) => passed)} passed, ${failed} failed`)
  process.exit(failed ? 1 : 0)
}

async function runAll(library: string, { few, only }: { few: boolean; only: string }): Promise<ClockResult[]> {
  const workspaces = testedWorkspaces(only).filter(({ name }) => !few || FEW.includes(name.replace('@fernweh/', '')))
  const { pure, withStores } = testFilesOf(workspaces.map(({ folder }) => folder))
  const results: ClockResult[] = []
  for (const clock of few ? fewClocks : allClocks) results.push(await runUnits(clock, { library, files: pure }))
  for (const clock of few ? [] : storeClocks) {
    if (withStores.length) results.push(await runWithStores(clock, { library, files: withStores }))
  }
  return results
}

/** The few of CI are left out, in a sentence, where libfaketime cannot be had. */
async function findLibrary(few: boolean) {
  try {
    return await step('libfaketime', libfaketime)
  } catch (error) {
    if (!few) throw error
    console.log(`${(error as Error).message}\n0 passed, 0 failed`)
    process.exit(0)
  }
}

interface Run {
  library: string
  files: string[]
}

function runUnits(clock: TestClock, { library, files }: Run): Promise<ClockResult> {
  return step(`${clock.at} ${clock.zone}`, async () => {
    const env = { ...fakeClockEnv(clock, { library, now: new Date() }), TZ: clock.zone }
    return { clock, tests: 'unit', ...(await runTests(files, env)) }
  })
}

/** PostgreSQL, the services and the tests see the same clock. */
function runWithStores(clock: TestClock, { library, files }: Run): Promise<ClockResult> {
  return step(`${clock.at} ${clock.zone}, with stores`, async () => {
    const fake = fakeClockEnv(clock, { library, now: new Date() })
    Object.assign(process.env, fake)
    const infrastructure = await startTestInfrastructure()
    try {
      const run = await runTests(files, { ...infrastructure.env, TZ: clock.zone })
      return { clock, tests: 'with stores', ...run }
    } finally {
      for (const name of Object.keys(fake)) delete process.env[name]
      await infrastructure.close()
    }
  })
}

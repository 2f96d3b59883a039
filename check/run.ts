/** `npm run check`: every check, two at a time, and all of what they found. */
import { availableParallelism } from 'node:os'
import { type CommandLine, readCommandLine } from '../stack/src/cli/command-line.ts'
import type { CheckResult, CheckStep } from './check-result.ts'
import { readFigures, steps } from './steps.ts'

const MAX_LINES = 60
const totals = { passed: 0, failed: 0 }

async function runStep(step: CheckStep): Promise<void> {
  const start = performance.now()
  const outcomes = await step.run().catch((error: Error) => [{ name: step.name, problems: [String(error.stack)] }])
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  for (const outcome of outcomes) report(outcome, seconds)
}

function report({ name, problems }: CheckResult, seconds: string): void {
  const failed = problems.length > 0
  totals[failed ? 'failed' : 'passed'] += 1
  console.log(`${failed ? '✗' : '✓'} ${name.padEnd(64)} ${seconds.padStart(5)} s`)
  for (const problem of problems.slice(0, MAX_LINES)) console.log(`    ${problem}`)
  if (problems.length > MAX_LINES) console.log(`    … and ${problems.length - MAX_LINES} more`)
}

async function work(queue: CheckStep[]): Promise<void> {
  for (let step = queue.shift(); step; step = queue.shift()) await runStep(step)
}

const line = {
  command: 'npm run check --',
  about: 'Format, lint, types, shape, dead code, documents; each check with a violation it must catch.',
  options: {
    figures: { about: 'prints figures of the code instead: sizes, comments, tests, folders, cycles, copies' },
  },
} satisfies CommandLine

export async function main(args: string[]): Promise<void> {
  const { values } = readCommandLine(line, args)
  if (values.figures) return console.log(await readFigures())
  const queue = [...steps]
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, () => work(queue)))
  console.log(`${totals.passed} passed, ${totals.failed} failed`)
  process.exit(totals.failed > 0 ? 1 : 0)
}

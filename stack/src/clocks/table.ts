import type { TestClock } from './clocks.ts'
import type { TestRun } from './run-tests.ts'

export interface ClockResult extends TestRun {
  clock: TestClock
  /** What was run, "unit" or "with stores". */
  tests: string
}

const WIDTHS = [18, 20, 13, 8, 8]
const HEADER = ['clock (UTC)', 'zone', 'tests', 'passed', 'failed']

/** One line per clock, zone and kind of tests, then each failure with the clocks at which it happened. */
export function toTable(results: ClockResult[]): string {
  const rows = results.map(({ clock, tests, passed, failures }) => [
    clock.at,
    clock.zone,
    tests,
    String(passed),
    String(failures.length),
  ])
  const lines = [HEADER, ...rows].map((cells) => cells.map((cell, at) => cell.padEnd(WIDTHS[at] ?? 0)).join(' '))
  return [...lines.map((line) => line.trimEnd()), ...failuresOf(results)].join('\n')
}

function failuresOf(results: ClockResult[]): string[] {
  const clocks = new Map<string, string[]>()
  for (const { clock, failures } of results) {
    for (const failure of failures) clocks.set(failure, [...(clocks.get(failure) ?? []), `${clock.at} ${clock.zone}`])
  }
  return [...clocks].map(([failure, at]) => `✗ ${failure}\n  at ${at.join(', ')}`)
}

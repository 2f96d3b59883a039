import { relative } from 'node:path'
import { root } from '../state/folders.ts'

/** A test file and the seconds its tests took. */
interface TestFile {
  file: string
  seconds: number
}

/** What vitest writes. */
export interface UnitReport {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; startTime: number; endTime: number }[]
}

/** What Playwright writes. */
export interface StoryReport {
  stats: { expected: number; flaky: number; unexpected: number }
  suites: Suite[]
}

interface Suite {
  file: string
  suites?: Suite[]
  specs: { tests: { results: { duration: number }[] }[] }[]
}

export function filesOfUnits({ testResults }: UnitReport): TestFile[] {
  return testResults.map(({ name, startTime, endTime }) => ({
    file: relative(root, name),
    seconds: (endTime - startTime) / 1000,
  }))
}

export function filesOfStories({ suites }: StoryReport): TestFile[] {
  return suites.map((suite) => ({ file: `e2e/tests/${suite.file}`, seconds: millisecondsOf(suite) / 1000 }))
}

function millisecondsOf({ specs, suites = [] }: Suite): number {
  const results = specs.flatMap(({ tests }) => tests.flatMap((test) => test.results))
  const own = results.reduce((sum, { duration }) => sum + duration, 0)
  return suites.reduce((sum, suite) => sum + millisecondsOf(suite), own)
}

/** One line each, the slowest first. */
export function toSlowest(files: TestFile[], count = 10): string[] {
  const slowest = files.toSorted((a, b) => b.seconds - a.seconds).slice(0, count)
  return slowest.map(({ file, seconds }) => `${seconds.toFixed(1).padStart(7)} s  ${file}`)
}

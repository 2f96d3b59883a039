import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'

interface Tally {
  passed: number
  failed: number
}

interface Manifest {
  name: string
  workspaces?: string[]
  scripts?: Record<string, string>
}

const JOURNEYS = join(root, 'e2e')

/** Without yesterday's reports, a workspace that wrote none is seen. */
export function clearReports() {
  for (const folder of [...testedWorkspaces().map(({ folder }) => folder), JOURNEYS]) {
    rmSync(join(folder, 'test-results'), { recursive: true, force: true })
  }
}

/** The sum over what vitest and Playwright wrote, and one failure for each workspace without a report. */
export function readTally(only = ''): Tally {
  const tallies = [...testedWorkspaces(only).map(({ folder }) => readUnits(folder)), readJourneys()]
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }))
}

export function testedWorkspaces(only = '') {
  const patterns = manifestOf(root)?.workspaces ?? []
  const folders = patterns.flatMap((pattern) => (pattern.endsWith('/*') ? below(pattern.slice(0, -2)) : pattern))
  return folders
    .map((folder) => ({ folder: join(root, folder), manifest: manifestOf(join(root, folder)) }))
    .filter(({ manifest }) => manifest?.scripts?.test && manifest.name.includes(only))
    .map(({ folder, manifest }) => ({ folder, name: manifest?.name ?? '' }))
}

function readUnits(folder: string): Tally {
  const report = readJson<{ numPassedTests: number; numFailedTests: number }>(join(folder, 'test-results', 'unit.json'))
  return report ? { passed: report.numPassedTests, failed: report.numFailedTests } : { passed: 0, failed: 1 }
}

function readJourneys(): Tally {
  type Report = { stats: { expected: number; flaky: number; unexpected: number } }
  const report = readJson<Report>(join(JOURNEYS, 'test-results', 'journeys.json'))
  if (!report) return { passed: 0, failed: 1 }
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected }
}

function below(folder: string) {
  return readdirSync(join(root, folder)).map((name) => join(folder, name))
}

function manifestOf(folder: string) {
  return readJson<Manifest>(join(folder, 'package.json'))
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

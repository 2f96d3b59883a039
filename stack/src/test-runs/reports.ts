import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../state/folders.ts'
import { workspaces } from '../topology/workspaces.ts'
import { filesOfStories, filesOfUnits, type StoryReport, toSlowest, type UnitReport } from './slowest-files.ts'

interface Tally {
  passed: number
  failed: number
}

const STORIES = join(root, 'e2e')

/** Old reports would hide a workspace that writes none. */
export function clearReports() {
  for (const folder of [...testedWorkspaces().map(({ folder }) => folder), STORIES]) {
    rmSync(join(folder, 'test-results'), { recursive: true, force: true })
  }
}

/** The sum over what vitest and Playwright wrote, and one failure for each workspace without a report. */
export function readTally(only = ''): Tally {
  const tallies = [...testedWorkspaces(only).map(({ folder }) => readUnits(folder)), readStories()]
  return tallies.reduce((sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }))
}

export function testedWorkspaces(only = '') {
  return workspaces()
    .filter(({ manifest }) => manifest.scripts?.test && manifest.name.includes(only))
    .map(({ folder, manifest: { name } }) => ({ folder: join(root, folder), name }))
}

export function slowestFiles(only = ''): string[] {
  const units = testedWorkspaces(only).flatMap(({ folder }) => readUnitReport(folder) ?? [])
  const stories = readStoryReport()
  return toSlowest([...units.flatMap(filesOfUnits), ...(stories ? filesOfStories(stories) : [])])
}

const readUnitReport = (folder: string) => readJson<UnitReport>(join(folder, 'test-results', 'unit.json'))
const readStoryReport = () => readJson<StoryReport>(join(STORIES, 'test-results', 'stories.json'))

function readUnits(folder: string): Tally {
  const report = readUnitReport(folder)
  return report ? { passed: report.numPassedTests, failed: report.numFailedTests } : { passed: 0, failed: 1 }
}

function readStories(): Tally {
  const report = readStoryReport()
  if (!report) return { passed: 0, failed: 1 }
  const { expected, flaky, unexpected } = report.stats
  return { passed: expected + flaky, failed: unexpected }
}

function readJson<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : undefined
}

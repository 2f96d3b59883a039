import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../state/folders.ts'
import { filesOfStories, filesOfUnits, type StoryReport, toSlowest } from './slowest-files.ts'

test('the slowest files of vitest and Playwright are listed together, the slowest first', () => {
  const quick = { name: join(root, 'kit/quick.test.ts'), startTime: 0, endTime: 20 }
  const slow = { name: join(root, 'kit/slow.test.ts'), startTime: 1_000, endTime: 4_000 }
  const units = filesOfUnits({ numPassedTests: 2, numFailedTests: 0, testResults: [quick, slow] })
  const specs = [{ tests: [{ results: [{ duration: 1_500 }] }] }]
  const suite = { file: 'holds.spec.ts', specs, suites: [{ file: 'holds.spec.ts', specs }] }
  const stories = filesOfStories({ stats: { expected: 2, flaky: 0, unexpected: 0 }, suites: [suite] } as StoryReport)
  expect(toSlowest([...units, ...stories], 2)).toEqual([
    '    3.0 s  kit/slow.test.ts',
    '    3.0 s  e2e/tests/holds.spec.ts',
  ])
})

import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../state/folders.ts'
import { allClocks, fewClocks, storeClocks } from './clocks.ts'
import { fakeClockEnv } from './fake-clock.ts'
import { runTests, toTestRun } from './run-tests.ts'
import { toTable } from './table.ts'
import { testFilesOf } from './test-files.ts'

describe('the clocks', () => {
  it('are seven days at three times in three zones, each once; the others are among them', () => {
    const names = (clocks: typeof allClocks) => clocks.map(({ at, zone }) => `${at} ${zone}`)
    expect(new Set(names(allClocks)).size).toBe(63)
    expect(names(allClocks)).toEqual(expect.arrayContaining([...names(fewClocks), ...names(storeClocks)]))
  })

  it('are set by an offset that is the same whenever a process starts', () => {
    const clock = { at: '2027-06-30 23:55', zone: 'UTC' }
    const env = (now: string) => fakeClockEnv(clock, { library: 'lib.so', now: new Date(now) }).FAKETIME
    expect(env('2027-06-30T23:54:00Z')).toBe('+60')
    expect(env('2027-07-01T23:55:00Z')).toBe('-86400')
  })
})

it('tests with stores are told from those within one process', () => {
  const { pure, withStores } = testFilesOf([join(root, 'stack'), join(root, 'bench')])
  expect(pure).toContain('stack/src/seed/sessions.test.ts')
  expect(withStores).toContain('stack/tests/seed.test.ts')
  expect([...pure, ...withStores].filter((file) => file.startsWith('bench'))).toEqual([])
})

it('without files runs nothing', async () => {
  expect(await runTests([], {})).toEqual({ passed: 0, failures: [] })
})

describe('a report', () => {
  const file = { name: join(root, 'ui/a.test.ts'), status: 'failed', message: '', assertionResults: [] }
  const results = (over: object) => toTestRun({ numPassedTests: 3, testResults: [{ ...file, ...over }] })

  it('names the tests that failed, and a file that failed as a whole', () => {
    const tests = [
      { status: 'failed', fullName: 'adds' },
      { status: 'passed', fullName: 'subtracts' },
    ]
    expect(results({ assertionResults: tests })).toEqual({ passed: 3, failures: ['ui/a.test.ts: adds'] })
    expect(results({ message: 'SyntaxError: x\nat y' }).failures).toEqual(['ui/a.test.ts: SyntaxError: x'])
  })

  it('is a table with each failure once', () => {
    const [first, second] = [allClocks[0], allClocks[1]] as [(typeof allClocks)[number], (typeof allClocks)[number]]
    const run = { tests: 'unit', passed: 3, failures: ['ui/a.test.ts: adds'] }
    const lines = toTable([
      { clock: first, ...run },
      { clock: second, ...run },
    ]).split('\n')
    expect(lines[1]).toBe('2027-02-28 00:05   UTC                  unit          3        1')
    expect(lines.slice(3)).toEqual([
      '✗ ui/a.test.ts: adds',
      '  at 2027-02-28 00:05 UTC, 2027-02-28 00:05 Pacific/Kiritimati',
    ])
  })
})

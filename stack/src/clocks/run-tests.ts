import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root } from '../state/folders.ts'

export interface TestRun {
  passed: number
  /** Each as `file: test`. */
  failures: string[]
}

interface Report {
  numPassedTests: number
  testResults: {
    name: string
    status: string
    message: string
    assertionResults: { status: string; fullName: string }[]
  }[]
}

const ARGUMENTS = ['run', '--no-isolate', '--testTimeout=120000', '--hookTimeout=120000', '--reporter=json']

/** Runs the files in one vitest process of that environment. */
export async function runTests(files: string[], env: Record<string, string>): Promise<TestRun> {
  // Without a file, vitest would run every test there is.
  if (files.length === 0) return { passed: 0, failures: [] }
  const folder = mkdtempSync(join(tmpdir(), 'fernweh-clocks-'))
  const report = join(folder, 'report.json')
  try {
    const output = await vitest([...ARGUMENTS, `--outputFile=${report}`, ...files], env)
    if (!existsSync(report)) return { passed: 0, failures: [`vitest wrote no report: ${output.trim().slice(-500)}`] }
    return toTestRun(JSON.parse(readFileSync(report, 'utf8')))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function vitest(args: string[], env: Record<string, string>): Promise<string> {
  const entry = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const child = spawn(process.execPath, [entry, ...args], { cwd: root, env: { ...process.env, ...env } })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', () => resolve(output))
  })
}

export function toTestRun({ numPassedTests, testResults }: Report): TestRun {
  const failures = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === 'failed').map(({ fullName }) => fullName)
    const inFile = failed.length === 0 && status === 'failed' ? [message.split('\n')[0] ?? ''] : failed
    return inFile.map((test) => `${relative(root, name)}: ${test}`)
  })
  return { passed: numPassedTests, failures }
}

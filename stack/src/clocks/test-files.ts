import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../state/folders.ts'

export interface TestFiles {
  /** Within one process: without stores, services or a browser. */
  pure: string[]
  withStores: string[]
}

const SKIPPED = ['node_modules', 'dist', 'test-results', '.fernweh']
const PARTS = /testing\/(test-database|test-nats|test-owner|process|service-process)|playwright/

/** The test files of the given workspaces, relative to the checkout. Benches, which measure the machine, are left out. */
export function testFilesOf(folders: string[]): TestFiles {
  const files = folders.filter((folder) => relative(root, folder) !== 'bench').flatMap(testsBelow)
  const all = [...new Set(files)].sort()
  const isPure = (file: string) => !file.includes('/tests/') && !PARTS.test(readFileSync(file, 'utf8'))
  const toRelative = (file: string) => relative(root, file)
  return {
    pure: all.filter(isPure).map(toRelative),
    withStores: all.filter((file) => !isPure(file)).map(toRelative),
  }
}

function testsBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return SKIPPED.includes(entry.name) ? [] : testsBelow(path)
    return /\.test\.tsx?$/.test(entry.name) ? [path] : []
  })
}

/** A new column is made in a copy of the tree: it builds, its tests pass, it is found, and nothing else has changed. */
import { execFileSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { root } from '../src/state/folders.ts'

// Each step starts processes of its own.
vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 })

const git = (folder: string, ...args: string[]) =>
  execFileSync('git', args, { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 })

/** Files that are or may be committed, with the packages of the checkout. */
function copyTree(): string {
  const copy = mkdtempSync(join(tmpdir(), 'fernweh-new-'))
  const files = git(root, 'ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate')
  const deleted = new Set(git(root, 'ls-files', '-z', '--deleted').split('\0'))
  for (const file of files.split('\0').filter((name) => name && !deleted.has(name)))
    cpSync(join(root, file), join(copy, file))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const nested of ['contracts', 'kit']) linkPackages(nested, copy)
  git(copy, 'init', '--quiet')
  git(copy, 'add', '--all')
  return copy
}

function linkPackages(workspace: string, copy: string) {
  if (readdirSync(join(root, workspace)).includes('node_modules'))
    symlinkSync(join(root, workspace, 'node_modules'), join(copy, workspace, 'node_modules'))
}

let copy: string
beforeAll(() => {
  copy = copyTree()
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

function run(folder: string, ...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: join(copy, folder), encoding: 'utf8', stdio: 'pipe' })
}
const make = (...words: string[]) => run('.', join(copy, 'stack', 'fernweh.mjs'), 'new', ...words)
const vitest = join('node_modules', 'vitest', 'vitest.mjs')
const test = (folder: string) =>
  run(folder, join(root, vitest), 'run', '--no-isolate', '--testTimeout=120000', '--hookTimeout=120000')

/** Folders with something new or changed, one level below the groups. */
const changedFolders = () =>
  git(copy, 'status', '--porcelain', '--untracked-files=normal', '--', '.', ':!node_modules')
    .split('\n')
    .filter((line) => !line.startsWith('A '))
    .map((line) => line.slice(3))
    .filter((line) => line && line !== 'node_modules')

describe('a new column', () => {
  beforeAll(() => {
    make('team', 'meals')
  })

  it('changes no folder but its own three', () => {
    expect(changedFolders().sort()).toEqual(['bff/meals/', 'mfe-meals/', 'services/meals/'])
  })

  it('is told apart from a change elsewhere', () => {
    appendFileSync(join(copy, 'README.md'), 'changed')
    expect(changedFolders()).toContain('README.md')
    git(copy, 'checkout', '--quiet', '--', 'README.md')
  })

  it('has a service and a bff that run and pass their tests', () => {
    expect(test('services/meals')).toMatch(/1 passed/)
    expect(test('bff/meals')).toMatch(/1 passed/)
  })

  it('has a micro-frontend that builds a release with its page', () => {
    run('mfe-meals', '--import', 'tsx', 'build.ts')
    const record = JSON.parse(readFileSync(join(copy, 'mfe-meals', 'dist', 'record.json'), 'utf8'))
    expect(record).toMatchObject({ name: 'meals', pages: [{ path: '/meals', main: 'meals/Home' }] })
  })

  it('is found by the stack, which starts the service before its bff', () => {
    const list = `
      const { executables, databases } = await import('./src/topology/processes.ts')
      const { microFrontends } = await import('./src/topology/micro-frontends.ts')
      console.log(JSON.stringify({
        processes: executables.map(({ name }) => name), databases, frontends: microFrontends().map(({ name }) => name)
      }))`
    const found = JSON.parse(run('stack', '--import', 'tsx', '--input-type=module', '-e', list))
    expect(found.processes).toEqual(expect.arrayContaining(['meals', 'bff-meals']))
    expect(found.databases).toContain('meals')
    expect(found.frontends).toContain('meals')
  })

  it('is not made twice, and not under a name that is none', () => {
    expect(() => make('team', 'meals')).toThrow(/There is a folder services\/meals already/)
    expect(() => make('team', 'gift-cards')).toThrow(/use one word/)
    expect(() => make('shop', 'meals')).toThrow(/use service or team/)
  })
})

it('a new service alone changes no folder but its own', () => {
  const before = changedFolders()
  make('service', 'gift-cards')
  expect(changedFolders().filter((folder) => !before.includes(folder))).toEqual(['services/gift-cards/'])
  expect(test('services/gift-cards')).toMatch(/1 passed/)
})

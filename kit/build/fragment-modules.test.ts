import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ts from 'typescript'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readBuildOptions } from './build-options.ts'
import { writeFragmentModules } from './fragment-modules.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fragments-'))
  await mkdir(path.join(folder, 'src/fragments'), { recursive: true })
  for (const name of ['Find', 'Menu']) await writeFile(path.join(folder, `src/fragments/${name}.tsx`), '')
})
afterEach(() => rm(folder, { recursive: true }))

/** Specifiers and names that a generated module imports, and the names it exports. */
async function read(file: string) {
  const text = await readFile(path.join(folder, file), 'utf8')
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
  const imports = source.statements.filter(ts.isImportDeclaration).map(({ moduleSpecifier, importClause }) => {
    const names = importClause?.namedBindings as ts.NamedImports
    return `${names.elements.map(({ name }) => name.text)} from ${(moduleSpecifier as ts.StringLiteral).text}`
  })
  return { text, imports }
}

describe('the modules between a team’s fragments and webpack', () => {
  test('mount each fragment from a module of its own', async () => {
    const { exposes } = await writeFragmentModules('search', ['Find', 'Menu'], folder)
    expect(exposes).toEqual({ Find: './dist/.generated/Find.ts', Menu: './dist/.generated/Menu.ts' })
    const { text, imports } = await read(exposes.Find ?? '')
    expect(imports).toEqual([
      'mountFragment from @fernweh/kit/browser/rendering/mount',
      'Find from ../../src/fragments/Find.tsx',
    ])
    expect(text).toContain('export const mount = mountFragment(Find)')
  })

  test('hold all fragments for the server and for the page where they are alone', async () => {
    const { server, standalone } = await writeFragmentModules('search', ['Find', 'Menu'], folder)
    for (const file of [server, standalone]) {
      const { imports } = await read(file)
      expect(imports).toContain('Find from ../../src/fragments/Find.tsx')
      expect(imports).toContain('Menu from ../../src/fragments/Menu.tsx')
      expect(imports).toContain('allMessages from ../../src/messages.ts')
    }
    expect((await read(server)).text).toContain('export const { renderFragment, messagesOf, translate: say }')
    expect((await read(standalone)).text).toContain("team: 'search'")
  })

  test('import what exists: the names of kit are those of its package', async () => {
    const { server, standalone, exposes } = await writeFragmentModules('search', ['Find'], folder)
    const files = await Promise.all([server, standalone, ...Object.values(exposes)].map(read))
    const specifiers = files.flatMap(({ imports }) => imports.map((line) => line.split(' from ')[1] ?? ''))
    const ofKit = [...new Set(specifiers.filter((specifier) => specifier.startsWith('@fernweh/kit/')))]
    expect(ofKit).toHaveLength(3)
    for (const specifier of ofKit) await import(/* @vite-ignore */ specifier)
  })

  test('are not written for a fragment without a file, and the error says what to do', async () => {
    await expect(writeFragmentModules('search', ['Find', 'Gone'], folder)).rejects.toThrow(
      'search lists the fragment Gone, but src/fragments/Gone.tsx does not exist: add it or remove the entry',
    )
  })
})

describe('the options of a build', () => {
  test('are a release, once, unless something else is named', () => {
    expect(readBuildOptions([])).toEqual({ watch: false, alone: false, port: 5170, stack: undefined })
  })

  test('name a port and a stack to take data from', () => {
    const { watch, alone, port, stack } = readBuildOptions([
      '--watch',
      '--alone',
      '--port',
      '6000',
      '--stack',
      'http://localhost:4000',
    ])
    expect([watch, alone, port, stack?.origin]).toEqual([true, true, 6000, 'http://localhost:4000'])
  })

  test.each([[['--wacth']], [['--port']], [['--stack', 'localhost']], [['search']]])('are refused: %j', (args) => {
    expect(() => readBuildOptions(args)).toThrow()
  })
})

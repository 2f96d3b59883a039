import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBudget, joinFiles, measure, scriptsOf } from './budgets.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'budgets-'))
  await writeFile(path.join(folder, 'find.css'), '.find{color:red}')
  await writeFile(path.join(folder, 'card.css'), '.card{color:blue}')
})
afterAll(() => rm(folder, { recursive: true }))

const fragments = { Find: { js: ['/a/find.js', '/a/card.js'], css: [], messages: [] } }

describe('the size of a fragment', () => {
  test('counts the team’s entry and each of its own scripts', () => {
    expect(scriptsOf({ entry: '/a/entry.js', fragments }, 'Find')).toEqual(['/a/entry.js', '/a/find.js', '/a/card.js'])
    expect(scriptsOf({ fragments }, 'Find')).toEqual(['/a/find.js', '/a/card.js'])
    expect(scriptsOf({ entry: '/a/entry.js', fragments }, 'Gone')).toEqual(['/a/entry.js'])
  })

  test('is that of the compressed scripts, and of all styles compressed together as the page holds them', () => {
    const css = '.find{color:red}'.repeat(50)
    const sizes = { '/a/find.js': { raw: 900, brotli: 300 }, '/a/card.js': { raw: 90, brotli: 30 } }
    const measured = measure({ js: ['/a/find.js', '/a/card.js', '/a/unknown.js'], css }, sizes)
    expect(measured).toEqual({ js: 330, css: brotliCompressSync(css).length })
    expect(measured.css).toBeLessThan(css.length / 10)
  })

  test('is nothing where there is no style', () => {
    expect(measure({ js: [], css: '' }, {})).toEqual({ js: 0, css: 0 })
  })
})

test('stylesheets are joined in their order, by the names of their files', async () => {
  const joined = await joinFiles(folder, ['/assets/search/card.css', '/assets/search/find.css'])
  expect(joined).toBe('.card{color:blue}.find{color:red}')
  expect(await joinFiles(folder, [])).toBe('')
  await expect(joinFiles(folder, ['/assets/search/gone.css'])).rejects.toThrow('ENOENT')
})

describe('a budget', () => {
  test('is kept up to its last byte', () => {
    expect(() => checkBudget('search/Find', { js: 100, css: 10 }, { js: 100, css: 10 })).not.toThrow()
  })

  test.each([
    [{ js: 101, css: 10 }, 'search/Find has 101 bytes of js, but its budget is 100'],
    [{ js: 100, css: 11 }, 'search/Find has 11 bytes of css, but its budget is 10'],
  ])('that is exceeded names fragment, kind and size: %j', (measured, problem) => {
    expect(() => checkBudget('search/Find', measured, { js: 100, css: 10 })).toThrow(problem)
  })
})

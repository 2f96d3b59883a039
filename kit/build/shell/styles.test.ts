import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { bundleStyles, copyHashed } from './styles.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'styles-'))
  await mkdir(path.join(folder, 'fonts'))
})
afterEach(() => rm(folder, { recursive: true }))

async function write(files: Record<string, string>): Promise<void> {
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
}
const bundle = () => bundleStyles(path.join(folder, 'document.css'), path.join(folder, 'assets'), '/assets/shell/')

describe('the stylesheet of the document', () => {
  test('contains what it imports, in that order, and is small', async () => {
    await write({
      'document.css': "@import './tokens.css';\n@import './base.css';\nbody { margin: 0px; }",
      'tokens.css': ':root { --gap: 8px; }',
      'base.css': 'p { margin: 0px; }',
    })
    expect(await bundle()).toEqual({ css: ':root{--gap:8px}p{margin:0}body{margin:0}', files: [] })
  })

  test('takes the files it refers to along, named by their content, from where they are referred to', async () => {
    await write({
      'document.css': "@import './fonts/fonts.css';",
      'fonts/fonts.css': "@font-face { font-family: Text; src: url('./text.woff2'); }",
      'fonts/text.woff2': 'letters',
    })
    const { css, files } = await bundle()
    expect(files).toEqual([expect.stringMatching(/^text\.[0-9a-f]{10}\.woff2$/)])
    expect(css).toContain(`url("/assets/shell/${files[0]}")`)
    expect(await readFile(path.join(folder, 'assets', files[0] ?? ''), 'utf8')).toBe('letters')
  })

  test.each([
    ['an import that does not exist', "@import './gone.css';"],
    ['a file that does not exist', "a { background: url('./gone.svg'); }"],
    ['an import from elsewhere', "@import 'https://elsewhere.example/a.css';"],
  ])('with %s fails the build', async (_, css) => {
    await write({ 'document.css': css })
    await expect(bundle()).rejects.toThrow()
  })
})

test('a copy has another name exactly when its content is another', async () => {
  await write({ 'sun.svg': '<svg/>', 'fonts/sun.svg': '<svg/>' })
  const [one, same] = [path.join(folder, 'sun.svg'), path.join(folder, 'fonts/sun.svg')]
  const name = await copyHashed(one, path.join(folder, 'assets'))
  expect(await copyHashed(same, path.join(folder, 'assets'))).toBe(name)
  await write({ 'sun.svg': '<svg></svg>' })
  expect(await copyHashed(one, path.join(folder, 'assets'))).not.toBe(name)
  expect(await readdir(path.join(folder, 'assets'))).toHaveLength(2)
})

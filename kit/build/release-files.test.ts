import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { describeFiles, integrityOf, writeRecord } from './release-files.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'release-'))
  await writeFile(path.join(folder, 'find.js'), 'export const find = 1;'.repeat(100))
  await writeFile(path.join(folder, 'sun.woff2'), Buffer.from([1, 2, 3]))
})
afterEach(() => rm(folder, { recursive: true }))

const describeAll = (precompress: boolean, names = ['sun.woff2', 'find.js']) =>
  describeFiles({ names, folder, publicPath: '/assets/search/' }, precompress)

describe('the files of a release', () => {
  test('have the hash that browsers compute (Subresource Integrity)', async () => {
    const digest = createHash('sha384')
      .update(await readFile(path.join(folder, 'find.js')))
      .digest('base64')
    expect(integrityOf(await readFile(path.join(folder, 'find.js')))).toBe(`sha384-${digest}`)
    const { files } = await describeAll(false)
    expect(files['/assets/search/find.js']).toBe(`sha384-${digest}`)
  })

  test('are described in the same order, in whatever order they were written', async () => {
    const [one, other] = [await describeAll(false), await describeAll(false, ['find.js', 'sun.woff2'])]
    expect(JSON.stringify(one)).toBe(JSON.stringify(other))
  })

  test('have a compressed twin where compressing helps, and no other', async () => {
    const { sizes } = await describeAll(true)
    expect((await readdir(folder)).sort()).toEqual(['find.js', 'find.js.br', 'sun.woff2'])
    const twin = await readFile(path.join(folder, 'find.js.br'))
    expect(brotliDecompressSync(twin)).toEqual(await readFile(path.join(folder, 'find.js')))
    expect(sizes['/assets/search/find.js']).toEqual({ raw: 2200, brotli: twin.length })
    expect(sizes['/assets/search/sun.woff2']).toEqual({ raw: 3, brotli: 3 })
  })

  test('that are missing fail the build', async () => {
    await expect(describeAll(false, ['gone.js'])).rejects.toThrow('ENOENT')
  })
})

describe('the record of a release', () => {
  const content = { name: 'search', fragments: {}, pages: [], files: {}, sizes: {} }

  test('has an id that only its content decides', async () => {
    const one = await writeRecord(path.join(folder, 'one'), content)
    const same = await writeRecord(path.join(folder, 'other'), content)
    const changed = await writeRecord(path.join(folder, 'one'), { ...content, files: { '/a.js': 'sha384-a' } })
    expect(one.release).toMatch(/^[0-9a-f]{12}$/)
    expect([same.release === one.release, changed.release === one.release]).toEqual([true, false])
  })

  test('replaces the one before as a whole and leaves nothing beside it', async () => {
    await writeRecord(folder, content)
    const record = await writeRecord(folder, { ...content, css: 'a{}' })
    expect(JSON.parse(await readFile(path.join(folder, 'record.json'), 'utf8'))).toEqual(record)
    expect(await readdir(folder)).not.toContain('record.json.new')
  })
})

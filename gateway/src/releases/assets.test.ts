import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createAssets, TamperedAsset } from './assets.ts'

const code = Buffer.from('console.log("a fragment")')
const file = '/assets/reviews/List.js'
const pinOf = (content: Buffer) => `sha384-${createHash('sha384').update(content).digest('base64')}`

/** A store with one release whose record pins `pinned`, and whose files hold what is given. */
async function createStore({ raw, brotli, pinned = code }: { raw: Buffer; brotli?: Buffer; pinned?: Buffer }) {
  const folder = await mkdtemp(path.join(tmpdir(), 'fernweh-assets-'))
  await mkdir(path.join(folder, 'reviews', 'assets'), { recursive: true })
  await mkdir(path.join(folder, 'reviews', 'records'))
  const record = {
    name: 'reviews',
    release: 'r1',
    fragments: {},
    pages: [],
    sizes: {},
    files: { [file]: pinOf(pinned) },
  }
  await writeFile(path.join(folder, 'reviews', 'records', 'r1.json'), JSON.stringify(record))
  await writeFile(path.join(folder, 'reviews', 'assets', 'List.js'), raw)
  await writeFile(path.join(folder, 'reviews', 'assets', 'secret.js'), 'in no record')
  if (brotli) await writeFile(path.join(folder, 'reviews', 'assets', 'List.js.br'), brotli)
  return createAssets(folder)
}

const flipped = Buffer.from(code)
flipped[3] = (flipped[3] ?? 0) ^ 1

test('a file is served as its record says, compressed too', async () => {
  const asset = await (await createStore({ raw: code, brotli: brotliCompressSync(code) })).get(file)
  expect(asset?.raw).toEqual(code)
  expect(asset?.brotli).toEqual(brotliCompressSync(code))
})

test('one flipped byte and the file is refused, every time', async () => {
  const assets = await createStore({ raw: flipped })
  await expect(assets.get(file)).rejects.toThrow(TamperedAsset)
  await expect(assets.get(file)).rejects.toThrow(TamperedAsset)
})

test('it is the record that refuses: the same bytes pass under a record that names them', async () => {
  const assets = await createStore({ raw: flipped, pinned: flipped })
  expect((await assets.get(file))?.raw).toEqual(flipped)
})

test('a compressed twin with other content is left out', async () => {
  const asset = await (await createStore({ raw: code, brotli: brotliCompressSync(flipped) })).get(file)
  expect(asset).toEqual({ raw: code, brotli: null })
})

test.each([
  '/assets/reviews/secret.js',
  '/assets/reviews/..',
  '/assets/reviews/../../etc/passwd',
  '/assets/nobody/List.js',
])('%s is in no record and is not served', async (publicPath) =>
  expect(await (await createStore({ raw: code })).get(publicPath)).toBeNull(),
)

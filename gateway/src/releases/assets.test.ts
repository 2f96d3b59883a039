import { rm } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { createReleaseFolder, integrityOf } from '../../testing/release-folder.ts'
import { createAssets, TamperedAsset } from './assets.ts'

const code = Buffer.from('console.log("a fragment")')
const file = '/assets/reviews/List.js'

/** A release whose record has the hash of `recorded`, and whose files hold what is given. */
async function createStore({ raw, brotli, recorded = code }: { raw: Buffer; brotli?: Buffer; recorded?: Buffer }) {
  const { folder, publish, writeAsset } = await createReleaseFolder()
  await publish('reviews', { files: { [file]: integrityOf(recorded) } })
  await writeAsset('reviews', 'List.js', raw)
  await writeAsset('reviews', 'secret.js', 'in no record')
  if (brotli) await writeAsset('reviews', 'List.js.br', brotli)
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

test('negative control: the same bytes are served under a record that names them', async () => {
  const assets = await createStore({ raw: flipped, recorded: flipped })
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

test('when memory is full, the files requested last stay; the others are read again', async () => {
  const { folder, publish, writeAsset } = await createReleaseFolder()
  const files = ['a.js', 'b.js', 'c.js'].map((name) => [name, Buffer.alloc(100, name)] as const)
  await publish('reviews', {
    files: Object.fromEntries(files.map(([name, content]) => [`/assets/reviews/${name}`, integrityOf(content)])),
  })
  for (const [name, content] of files) await writeAsset('reviews', name, content)
  const assets = createAssets(folder, { maxBytes: 250 })
  for (const [name] of files) await assets.get(`/assets/reviews/${name}`)
  await rm(path.join(folder, 'reviews', 'assets'), { recursive: true })
  expect((await assets.get('/assets/reviews/c.js'))?.raw.length).toBe(100)
  expect((await assets.get('/assets/reviews/b.js'))?.raw.length).toBe(100)
  await expect(assets.get('/assets/reviews/a.js')).rejects.toThrow('ENOENT')
})

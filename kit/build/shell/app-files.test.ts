import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCatalog } from '../../language/messages.ts'
import { type AssetFolder, writeApp, writeHashed, writeWorker } from './app-files.ts'

const texts = (description: string) => ({ 'app.description': description })
const messages = createCatalog([{ en: texts('Tours'), de: texts('Touren'), ar: texts('جولات') }])
const app = { name: 'Fernweh', description: 'app.description', colours: { light: '#ffffff', dark: '#101010' } }

let folder: string
let place: AssetFolder
let written: Awaited<ReturnType<typeof writeApp>>
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'app-'))
  place = { folder: path.join(folder, 'assets'), publicPath: '/assets/shell/' }
  const file = path.join(folder, 'sun.svg')
  await writeFile(
    file,
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8" fill="red"/></svg>',
  )
  written = await writeApp(app, { file, publicPath: '/assets/shell/sun.svg' }, messages, place)
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

const read = (publicPath = '') => readFile(path.join(place.folder, path.basename(publicPath)))
const manifestIn = async (language: string) => JSON.parse((await read(written.manifests[language])).toString())

describe('the manifest of the app', () => {
  test('exists in every language, with the direction in which that is written', async () => {
    const [english, german, arabic] = await Promise.all(['en', 'de', 'ar'].map(manifestIn))
    expect([english.description, german.description, arabic.description]).toEqual(['Tours', 'Touren', 'جولات'])
    expect([german.dir, arabic.dir, arabic.lang]).toEqual(['ltr', 'rtl', 'ar'])
    expect(Object.keys(written.manifests)).toEqual(['en', 'de', 'ar', 'en-XA'])
  })

  test('is the same app in every language', async () => {
    const manifests = await Promise.all(['en', 'de', 'ar'].map(manifestIn))
    for (const { id, start_url, scope } of manifests) expect([id, start_url, scope]).toEqual(['/', '/', '/'])
  })

  test('names icons that were written, in the size it says', async () => {
    const { icons } = await manifestIn('en')
    for (const { src, sizes, type } of icons.filter(({ type }: { type: string }) => type === 'image/png')) {
      const { width, height, format } = await sharp(await read(src)).metadata()
      expect([`${width}x${height}`, `image/${format}`]).toEqual([sizes, type])
    }
    expect(icons.filter(({ purpose }: { purpose?: string }) => purpose === 'maskable')).toHaveLength(1)
  })
})

test('an icon fills its square with the background, and keeps the logo inside of what a system may crop to', async () => {
  const { data, info } = await sharp(await read(written.touchIcon))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [...data.subarray((y * info.width + x) * info.channels).subarray(0, 3)]
  const middle = Math.floor(info.width / 2)
  expect([at(0, 0), at(info.width - 1, info.height - 1)]).toEqual([
    [255, 255, 255],
    [255, 255, 255],
  ])
  expect(at(middle, middle)).toEqual([255, 0, 0])
  // Outside of the inner 80 %.
  const margin = Math.floor(info.width * 0.1)
  for (let along = 0; along < info.width; along += 10) expect(at(along, margin)).toEqual([255, 255, 255])
})

test('every file is written under its content’s name and listed, so that the record holds its hash', async () => {
  expect(written.files).toHaveLength(3 + Object.keys(written.manifests).length)
  for (const file of written.files) {
    expect(file).toMatch(/^\/assets\/shell\/[\w-]+\.[0-9a-f]{10}\.(png|webmanifest)$/)
    expect((await read(file)).length).toBeGreaterThan(0)
  }
  const [one, same] = [await writeHashed(place, 'a.txt', 'x'), await writeHashed(place, 'a.txt', 'x')]
  expect(one).toBe(same)
  expect(await writeHashed(place, 'a.txt', 'y')).not.toBe(one)
})

describe('the service worker', () => {
  const write = async (
    frame: string,
    code = "import { kept } from './kept.ts'\naddEventListener('fetch', () => kept)",
  ) => {
    await writeFile(path.join(folder, 'kept.ts'), "export const kept: string[] = ['tickets']")
    await writeFile(path.join(folder, 'worker.ts'), code)
    return writeWorker(path.join(folder, 'worker.ts'), frame, place)
  }

  test('is one script that imports nothing', async () => {
    const code = (await read(await write('frame'))).toString()
    expect(code).toContain('tickets')
    expect(code).not.toMatch(/\bimport\b|\bexport\b/)
  })

  test('is another one when the frame of the pages is another, or its own code', async () => {
    const worker = await write('frame')
    expect(await write('frame')).toBe(worker)
    expect(await write('another frame')).not.toBe(worker)
    expect(await write('frame', "addEventListener('fetch', () => 1)")).not.toBe(worker)
  })

  test('that cannot be bundled fails the build', async () => {
    await expect(write('frame', "import './gone.ts'")).rejects.toThrow('gone')
  })
})

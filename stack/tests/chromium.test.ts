import { expect, test } from 'vitest'
import { type ChromiumSource, findChromium } from '../src/host/chromium.ts'

const source = (name: string, find: ChromiumSource['find']): ChromiumSource => ({ name, find })
const nothing = source('an installed one', async () => undefined)
const offline = source('a download', () => Promise.reject(new Error('the network is out of reach')))
const unpacked = source('a package', async () => '/cache/chromium')

const find = (sources: ChromiumSource[], runs = async (_path: string): Promise<unknown> => true) =>
  findChromium(sources, { note: () => {}, runs })

test('Chromium is taken from the first source that has one', async () => {
  const later = source('later', () => Promise.reject(new Error('never asked')))
  expect(await find([nothing, unpacked, later])).toBe('/cache/chromium')
})

test('a download that fails leads to the next source', async () => {
  expect(await find([nothing, offline, unpacked])).toBe('/cache/chromium')
})

test('a Chromium that lacks a library leads to the next source', async () => {
  const broken = source('a download', async () => '/playwright/chrome')
  const runs = (path: string) =>
    path.includes('playwright') ? Promise.reject(new Error('libnss3.so')) : Promise.resolve()
  expect(await find([broken, unpacked], runs)).toBe('/cache/chromium')
})

test('where every source fails, one sentence says what to do and what was tried', async () => {
  await expect(find([nothing, offline])).rejects.toMatchObject({
    name: 'PlainError',
    message:
      'The browser tests need Chromium: install it, or set CHROMIUM_PATH. Tried a download: the network is out of reach.',
  })
})

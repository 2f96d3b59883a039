import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readTexts, toFragment } from './texts.ts'

const samples = new URL('../../texts/', import.meta.url)
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'texts '))
  await mkdir(path.join(folder, 'de'))
  await writeFile(path.join(folder, 'de/imprint.md'), '# Impressum\n\nCleo Baptista, Lissabon')
})
afterAll(() => rm(folder, { recursive: true }))

test.each(['en', 'de', 'ar'])('every page has a sample in %s, with a title of its own', async (language) => {
  const texts = await readTexts(samples)
  const pages = ['help', 'contact', 'terms', 'privacy', 'imprint'].map((name) => texts.find(`/${name}`, language))
  expect(new Set(pages.map((page) => page?.title)).size).toBe(5)
  for (const page of pages) expect(page?.html).toMatch(/<h1>.+<\/h1>/)
  const isSample = { en: 'This is a sample', de: 'Das ist ein Mustertext', ar: 'هذا نص نموذجي' }[language]
  for (const legal of pages.slice(2)) expect(legal?.html).toContain(isSample)
})

test('a text of the operator stands for the sample, in its language only', async () => {
  const texts = await readTexts(samples, folder)
  expect(texts.find('/imprint', 'de-AT')?.html).toContain('Cleo Baptista, Lissabon')
  expect(texts.find('/imprint', 'en')?.html).toContain('This is a sample')
  expect(texts.find('/terms', 'de')?.html).toContain('Mustertext')
  expect([texts.find('/imprint/', 'de'), texts.find('/', 'de')]).toEqual([null, null])
})

test('a folder that is not there is said at the start', async () => {
  await expect(readTexts(samples, path.join(folder, 'nowhere'))).rejects.toThrow('TEXTS_DIR')
})

test('the first heading is the title, and nothing in a text runs as a script', () => {
  const { title, html, meta } = toFragment(
    '# Who & where\n\n<script>alert(1)</script> <img src=x onerror=alert(1)> [link](javascript:alert(1)) [mail](mailto:a@b.example)',
    '/contact',
  )
  expect([title, meta.canonical]).toEqual(['Who & where · Fernweh', '/contact'])
  expect(html).not.toMatch(/<script|<img|href="javascript/)
  expect(html).toContain('<a href="mailto:a@b.example">mail</a>')
})

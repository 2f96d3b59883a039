import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createCatalog } from '../../language/messages.ts'
import { readLayouts } from './layouts.ts'

const messages = createCatalog([
  {
    en: { 'frame.skip': 'Skip', 'frame.quote': 'Say "1 < 2"' },
    de: { 'frame.skip': 'Überspringen', 'frame.quote': 'Sag' },
    ar: { 'frame.skip': 'تخط', 'frame.quote': 'قل' },
  },
])
const folders: string[] = []

async function layoutsOf(frame: string) {
  const folder = await mkdtemp(path.join(tmpdir(), 'layouts-'))
  folders.push(folder)
  const files = { 'frame.html': frame, 'frame.css': ':host{}', 'list.html': '<main></main>', 'list.css': 'main{}' }
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text)
  return readLayouts(folder, messages)
}

afterEach(() => Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true }))))

test('builds a layout inside the frame in every language and the pseudo locale', async () => {
  const { list } = await layoutsOf('<a>{{frame.skip}}</a><!-- layout -->')
  expect(list?.html).toEqual({
    en: '<a>Skip</a><main></main>',
    de: '<a>Überspringen</a><main></main>',
    ar: '<a>تخط</a><main></main>',
    'en-XA': expect.stringMatching(/^<a>Šķíþ~+<\/a><main><\/main>$|^<a>S\S+~+<\/a><main><\/main>$/),
  })
})

test('escapes messages', async () => {
  const { list } = await layoutsOf('<a title="{{frame.quote}}"></a><!-- layout -->')
  expect(list?.html.en).toContain('title="Say &quot;1 &lt; 2&quot;"')
})

test('fails the build for an unknown message', async () => {
  await expect(layoutsOf('{{frame.lost}}<!-- layout -->')).rejects.toThrow('uses frame.lost')
})

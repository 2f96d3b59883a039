import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ReleaseRecord, releaseRecord } from '@fernweh/contracts/release'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { compile } from './compile.ts'
import { buildShell, type Shell } from './define-shell.ts'
import { integrityOf } from './release-files.ts'

const kit = fileURLToPath(new URL('..', import.meta.url))
const once = { watch: false, alone: false, port: 0, stack: undefined }
const folders: string[] = []

const texts = { 'app.about': 'Tours', 'frame.skip': 'Skip' }
const shell: Shell = {
  name: 'shell',
  entry: './src/main.ts',
  styles: './src/document.css',
  icon: './src/icon.svg',
  app: { name: 'Fernweh', description: 'app.about', colours: { light: '#ffffff', dark: '#101010' } },
  prefetch: ['/e/*'],
  layouts: './src/layouts',
  messages: { en: texts, de: { ...texts, 'frame.skip': 'Überspringen' }, ar: texts },
  frame: { menu: 'account/Menu' },
  budget: { js: 100_000, css: 1_000 },
}
const sources = {
  'src/main.ts': "import { hydrateRoot } from 'react-dom/client'\nconsole.log(hydrateRoot)",
  'src/document.css': 'body { margin: 0px; }',
  'src/icon.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><circle cx="8" cy="8" r="8"/></svg>',
  'src/layouts/frame.html': '<a>{{frame.skip}}</a><!-- layout --><slot name="menu"></slot>',
  'src/layouts/frame.css': ':host { display: grid; }',
  'src/layouts/list.html': '<slot name="main"></slot>',
  'src/layouts/list.css': 'main { padding: 0px; }',
  'src/worker.ts': "addEventListener('fetch', () => {})",
}

async function build(changed: Partial<Shell> = {}, files: Record<string, string> = {}) {
  await mkdir(path.join(kit, 'test-results'), { recursive: true })
  const folder = await mkdtemp(path.join(kit, 'test-results', 'shell-'))
  folders.push(folder)
  await mkdir(path.join(folder, 'src/layouts'), { recursive: true })
  for (const [name, text] of Object.entries({ ...sources, ...files })) await writeFile(path.join(folder, name), text)
  await buildShell({ ...shell, ...changed }, once, folder)
  const record = releaseRecord.parse(JSON.parse(await readFile(path.join(folder, 'dist/record.json'), 'utf8')))
  const read = (publicPath: string) => readFile(path.join(folder, 'dist/assets', path.basename(publicPath)))
  return { record, read }
}

let built: Awaited<ReturnType<typeof build>>
let record: ReleaseRecord
beforeAll(async () => {
  built = await build({ worker: './src/worker.ts' })
  record = built.record
}, 120_000)
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

describe('the record of a shell', () => {
  test('holds the hash of every file that a page may load', async () => {
    const named = [record.icon, record.touchIcon, record.worker, record.speculation, ...(record.scripts ?? [])]
    for (const file of [...named, ...Object.values(record.manifests ?? {})])
      expect(record.files).toHaveProperty([file ?? ''])
    for (const [file, integrity] of Object.entries(record.files))
      expect(integrityOf(await built.read(file))).toBe(integrity)
  })

  test('has the frame in every language, styles inlined, and the fragments of the frame', () => {
    expect(record.layouts?.list?.html.de).toBe('<a>Überspringen</a><slot name="main"></slot><slot name="menu"></slot>')
    expect(record.layouts?.list?.css).toBe(':host{display:grid}main{padding:0}')
    expect([record.css, record.frame]).toEqual(['body{margin:0}', { menu: 'account/Menu' }])
  })

  test('keeps React in a script of its own, so that it stays cached when the shell changes', async () => {
    const [react] = (record.scripts ?? []).filter((file) => path.basename(file).startsWith('react.'))
    expect(react).toBeDefined()
    const changed = await build({}, { 'src/main.ts': `${sources['src/main.ts']}\nconsole.log('more')` })
    expect(changed.record.scripts).toContain(react)
    expect(changed.record.release).not.toBe(record.release)
  }, 120_000)

  test('names what browsers may fetch ahead', async () => {
    expect(JSON.parse((await built.read(record.speculation ?? '')).toString())).toEqual({
      prefetch: [{ where: { or: [{ href_matches: '/e/*' }] }, eagerness: 'moderate' }],
    })
  })
})

describe('a shell is not released', () => {
  test.each([
    ['with more script than its budget', { budget: { js: 1_000, css: 1_000 } }, {}, /^shell has \d+ bytes of js/],
    ['with more style than its budget', { budget: { js: 100_000, css: 10 } }, {}, /^shell has \d+ bytes of css/],
    ['with a layout that uses a message nobody wrote', {}, { 'src/layouts/list.html': '{{gone}}' }, 'uses gone'],
    [
      'with a frame that has no place for a layout',
      {},
      { 'src/layouts/frame.html': '<p></p>' },
      'has no <!-- layout -->',
    ],
    ['with an import that leads nowhere', {}, { 'src/main.ts': "import './gone.ts'" }, 'gone.ts'],
  ])(
    '%s',
    async (_, changed: Partial<Shell>, files: Record<string, string>, problem) => {
      await expect(build(changed, files)).rejects.toThrow(problem)
    },
    120_000,
  )
})

test('a build that webpack cannot begin is an error, and nothing is written', async () => {
  const broken = { entry: {}, context: 'relative/folder' }
  await expect(compile([broken], false, () => expect.unreachable())).rejects.toThrow('context')
})

import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { brotliDecompressSync } from 'node:zlib'
import { releaseRecord } from '@fernweh/contracts/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRemote, type Remote } from './define-remote.ts'
import { addIntegrity } from './plugins/integrity-plugin.ts'
import { integrityOf } from './release-files.ts'

const kit = fileURLToPath(new URL('..', import.meta.url))
const once = { watch: false, alone: false, port: 0, stack: undefined }
const pages = [{ path: '/', layout: 'list', main: 'trips/Find' }]
const folders: string[] = []

const sources = (word: string) => ({
  'src/fragments/Find.tsx': `import { useMessages } from '@fernweh/kit/browser/host/use-messages'
    import styles from '../find.module.css'
    import '../find.css'
    export function Find({ data }) {
      const { t } = useMessages()
      return <p className={styles.word}>{data.word} {t('found', { word: '${word}' })}</p>
    }`,
  'src/messages.ts': `export const allMessages = [{
      en: { found: 'and {word}', unused: 'Not on this page' },
      de: { found: 'und {word}', unused: 'Nicht auf dieser Seite' },
      ar: { found: 'و {word}', unused: 'ليس في هذه الصفحة' },
    }]`,
  'src/find.module.css': '.word { color: black; }',
  'src/find.css': 'p { margin: 0px; }',
})

/** Builds a micro-frontend in a temporary folder. */
async function build(
  word: string,
  changed: Record<string, string> = {},
  fragments: Remote['fragments'] = { Find: { js: 7_000, css: 100 } },
) {
  await mkdir(path.join(kit, 'test-results'), { recursive: true })
  const folder = await mkdtemp(path.join(kit, 'test-results', 'remote-'))
  folders.push(folder)
  await mkdir(path.join(folder, 'src', 'fragments'), { recursive: true })
  for (const [name, source] of Object.entries({ ...sources(word), ...changed }))
    await writeFile(path.join(folder, name), source)
  await buildRemote({ name: 'trips', fragments, pages }, once, folder)
  const record = releaseRecord.parse(JSON.parse(await readFile(path.join(folder, 'dist', 'record.json'), 'utf8')))
  const read = (publicPath: string) =>
    readFile(path.join(folder, 'dist', publicPath.replace('/assets/trips/', 'assets/')))
  return { record, read, folder }
}

let one: Awaited<ReturnType<typeof build>>
beforeAll(async () => {
  one = await build('far')
}, 60_000)
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

test('the record lists every file with its hash, and the files of each fragment', async () => {
  const { record, read } = one
  for (const [file, integrity] of Object.entries(record.files)) expect(integrityOf(await read(file))).toBe(integrity)
  expect(Object.keys(record.files)).toEqual(expect.arrayContaining([record.entry, `server/${record.server}`]))
  expect(record.fragments.Find?.js).toHaveLength(1)
  expect(record.pages).toEqual([{ ...pages[0], fragments: {} }])
  const [css = ''] = record.fragments.Find?.css ?? []
  expect((await read(css)).toString()).toMatch(/^\.find-word-\w+\{color:#000\}p\{margin:0\}\n?$/)
})

test('writes a brotli file beside each script', async () => {
  const [js = ''] = one.record.fragments.Find?.js ?? []
  expect(brotliDecompressSync(await one.read(`${js}.br`))).toEqual(await one.read(js))
})

test('the same sources give the same release, in any folder; other sources another one', async () => {
  expect((await build('far')).record).toEqual(one.record)
  expect((await build('near')).record.release).not.toBe(one.record.release)
}, 60_000)

test('a changed stylesheet changes its class names, so that two releases can share a page', async () => {
  const cssOf = async ({ record, read }: typeof one) => (await read(record.fragments.Find?.css[0] ?? '')).toString()
  const classOf = (css: string) => css.match(/\.find-word-\w+/)?.[0]
  const other = await cssOf(await build('far', { 'src/find.module.css': '.word { color: red; }' }))
  expect(classOf(other)).toBeDefined()
  expect(classOf(other)).not.toBe(classOf(await cssOf(one)))
  expect(classOf(await cssOf(await build('near')))).toBe(classOf(await cssOf(one)))
}, 60_000)

async function render({ record, read }: typeof one, fragment: string, data: object): Promise<string> {
  const module = {
    exports: {} as {
      renderFragment: (fragment: string, state: object) => string
      messagesOf: (locale: string, keys: string[]) => object
    },
  }
  const code = (await read(`server/${record.server}`)).toString()
  new Script(`(function (module, exports, require) {${code}\n})`).runInThisContext()(
    module,
    module.exports,
    createRequire(import.meta.url),
  )
  return module.exports.renderFragment(fragment, {
    data,
    user: null,
    locale: 'de-AT',
    messages: module.exports.messagesOf('de-AT', record.fragments[fragment]?.messages ?? []),
    now: '',
    release: '',
    idempotencyKey: '',
    outcome: null,
  })
}

test('the server build uses the class names of the browser build', async () => {
  const html = await render(one, 'Find', { word: 'so' })
  expect(html).toMatch(/^<p class="find-word-\w+">so<!-- --> <!-- -->und far<\/p>$/)
})

test('a fragment that is added to the list is exposed in a chunk of its own, rendered, budgeted and shown alone', async () => {
  const source = { 'src/fragments/Added.tsx': 'export const Added = ({ data }) => <p>{data.word} was added</p>' }
  const limits = { Find: { js: 7_000, css: 100 }, Added: { js: 7_000, css: 0 } }
  const two = await build('far', source, limits)
  const [js = ''] = two.record.fragments.Added?.js ?? []
  expect((await two.read(js)).toString()).toContain('was added')
  expect(two.record.fragments.Find?.js).not.toContain(js)
  expect(await render(two, 'Added', { word: 'This' })).toBe('<p>This<!-- --> was added</p>')
  expect(await readFile(path.join(two.folder, 'dist/.generated/standalone.ts'), 'utf8')).toContain(
    'mountFragment(Added)',
  )
  await expect(build('far', source, { ...limits, Added: { js: 100, css: 0 } })).rejects.toThrow(
    /^trips\/Added has \d+ bytes of js, but its budget is 100$/,
  )
}, 60_000)

test('the record lists the message keys a fragment uses', () => {
  expect(one.record.fragments.Find?.messages).toEqual(['found'])
})

const usingKey = (key: string) => ({
  'src/fragments/Find.tsx': `export const Find = ({ host, data }) => <p>{host.t(${key})} {host.t('found')}</p>`,
})

test('finds conditional keys and key prefixes', async () => {
  const key = `data ? (data.word ? 'found' : 'unused') : \`un\${'used'}\``
  await expect(build('far', usingKey(key))).rejects.toThrow("hides its key. Write t('a.key')")
  const { record } = await build('far', {
    ...usingKey(`data ? 'unused' : \`refusal.\${data}\``),
    'src/messages.ts': `const texts = { found: 'f', unused: 'u', 'refusal.full': 'r' }
      export const allMessages = [{ en: texts, de: texts, ar: texts }]`,
  })
  expect(record.fragments.Find?.messages).toEqual(['found', 'refusal.*', 'unused'])
}, 60_000)

test.each([
  ['a computed key', 'data.key', 'Find.tsx: t(data.key) hides its key'],
  ['a key without a message', "'lost'", 'trips/Find uses messages that are missing in en: lost'],
  ['a prefix without keys', `\`refusal.\${data}\``, 'missing in en: refusal.*'],
])(
  '%s fails the build',
  async (_, key, problem) => {
    await expect(build('far', usingKey(key))).rejects.toThrow(problem)
  },
  60_000,
)

test('a fragment above its budget fails the build with its size', async () => {
  await build('far', {}, { Find: { js: 7_000, css: 100 } })
  await expect(build('far', {}, { Find: { js: 1_000, css: 100 } })).rejects.toThrow(
    /^trips\/Find has \d{4} bytes of js, but its budget is 1000$/,
  )
  await expect(build('far', {}, { Find: { js: 7_000, css: 10 } })).rejects.toThrow(
    /bytes of css, but its budget is 10$/,
  )
  await expect(build('far', {}, { Lost: { js: 1, css: 1 } })).rejects.toThrow(
    'trips lists the fragment Lost, but src/fragments/Lost.tsx does not exist',
  )
}, 60_000)

test('browser files contain neither React nor the federation runtime', () => {
  const { entry = '', fragments } = one.record
  const bytes = [entry, ...(fragments.Find?.js ?? [])].map((file) => one.record.sizes[file]?.brotli ?? 0)
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(7_000)
})

test('a script without a known hash fails before it is requested; others get their integrity', () => {
  const load = new Function('__fernweh', 'url', 'script', addIntegrity('trips')) as (...given: unknown[]) => void
  const url = '/assets/trips/a.js'
  expect(() => load({ files: {}, again: {} }, url, {})).toThrow('No integrity known')
  const script = { src: url }
  load({ files: { [url]: 'sha384-a' }, again: { trips: 2 } }, url, script)
  expect(script).toEqual({ src: `${url}?again=2`, integrity: 'sha384-a', crossOrigin: 'anonymous' })
})

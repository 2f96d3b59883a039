import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { Script } from 'node:vm'
import { brotliDecompressSync } from 'node:zlib'
import { releaseRecord } from '@fernweh/contracts/release'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildRemote, type Remote } from './define-remote.ts'
import { integrityOf } from './files.ts'
import { pinScript } from './integrity-plugin.ts'

const kit = fileURLToPath(new URL('..', import.meta.url))
const once = { watch: false, alone: false, port: 0, stack: undefined }
const pages = [{ path: '/', layout: 'list', main: 'trips/Find' }]
const folders: string[] = []

const sources = (word: string) => ({
  'Find.tsx': `import { useWords } from '@fernweh/kit/browser/use-messages'
    import styles from './find.module.css'
    import './find.css'
    export function Find({ data }) {
      const { t } = useWords()
      return <p className={styles.word}>{data.word} {t('found', { word: '${word}' })}</p>
    }`,
  'messages.ts': `export const messages = {
      en: { found: 'and {word}', unsaid: 'Nobody says this' },
      de: { found: 'und {word}', unsaid: 'Das sagt niemand' },
      ar: { found: 'و {word}', unsaid: 'لا أحد يقول هذا' },
    }`,
  'find.module.css': '.word { color: black; }',
  'find.css': 'p { margin: 0px; }',
  'expose.ts': `import { mountFragment } from '@fernweh/kit/browser/mount'
    import { Find } from './Find.tsx'
    export const mount = mountFragment(Find)`,
  'server.tsx': `import { createServerBuild } from '@fernweh/kit/browser/server-render'
    import { Find } from './Find.tsx'
    import { messages } from './messages.ts'
    export const { renderFragment, messagesOf, say } = createServerBuild({ fragments: { Find }, messages: [messages] })`,
})

/** A micro-frontend in a folder of its own, built. */
async function build(
  word: string,
  changed: Record<string, string> = {},
  budgets: Remote['budgets'] = { Find: { js: 7_000, css: 100 } },
) {
  await mkdir(path.join(kit, 'test-results'), { recursive: true })
  const folder = await mkdtemp(path.join(kit, 'test-results', 'remote-'))
  folders.push(folder)
  for (const [name, source] of Object.entries({ ...sources(word), ...changed }))
    await writeFile(path.join(folder, name), source)
  const exposes = { Find: './expose.ts' }
  await buildRemote({ name: 'trips', exposes, pages, server: './server.tsx', budgets }, once, folder)
  const record = releaseRecord.parse(JSON.parse(await readFile(path.join(folder, 'dist', 'record.json'), 'utf8')))
  const read = (publicPath: string) =>
    readFile(path.join(folder, 'dist', publicPath.replace('/assets/trips/', 'assets/')))
  return { record, read }
}

let one: Awaited<ReturnType<typeof build>>
beforeAll(async () => {
  one = await build('far')
}, 60_000)
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))))

test('the record names every file with its hash, and what a fragment needs', async () => {
  const { record, read } = one
  for (const [file, pin] of Object.entries(record.files)) expect(integrityOf(await read(file))).toBe(pin)
  expect(Object.keys(record.files)).toEqual(expect.arrayContaining([record.entry, `server/${record.server}`]))
  expect(record.fragments.Find?.js).toHaveLength(1)
  expect(record.pages).toEqual([{ ...pages[0], fragments: {} }])
  const [css = ''] = record.fragments.Find?.css ?? []
  expect((await read(css)).toString()).toMatch(/^\.find-word-\w+\{color:#000\}p\{margin:0\}\n?$/)
})

test('scripts have a compressed twin', async () => {
  const [js = ''] = one.record.fragments.Find?.js ?? []
  expect(brotliDecompressSync(await one.read(`${js}.br`))).toEqual(await one.read(js))
})

test('the same sources give the same release, elsewhere too; other sources another one', async () => {
  expect((await build('far')).record).toEqual(one.record)
  expect((await build('near')).record.release).not.toBe(one.record.release)
}, 60_000)

test('classes have other names as soon as their stylesheet is another, so that two releases on one page stay apart', async () => {
  const cssOf = async ({ record, read }: typeof one) => (await read(record.fragments.Find?.css[0] ?? '')).toString()
  const classOf = (css: string) => css.match(/\.find-word-\w+/)?.[0]
  const other = await cssOf(await build('far', { 'find.module.css': '.word { color: red; }' }))
  expect(classOf(other)).toBeDefined()
  expect(classOf(other)).not.toBe(classOf(await cssOf(one)))
  expect(classOf(await cssOf(await build('near')))).toBe(classOf(await cssOf(one)))
}, 60_000)

test('the server build renders with the class names of the browser build', async () => {
  const module = {
    exports: {} as {
      renderFragment: (fragment: string, state: object) => string
      messagesOf: (locale: string, keys: string[]) => object
    },
  }
  const code = (await one.read(`server/${one.record.server}`)).toString()
  new Script(`(function (module, exports, require) {${code}\n})`).runInThisContext()(
    module,
    module.exports,
    createRequire(import.meta.url),
  )
  const html = module.exports.renderFragment('Find', {
    data: { word: 'so' },
    user: null,
    locale: 'de-AT',
    messages: module.exports.messagesOf('de-AT', one.record.fragments.Find?.messages ?? []),
    now: '',
    release: '',
    idempotencyKey: '',
    outcome: null,
  })
  expect(html).toMatch(/^<p class="find-word-\w+">so<!-- --> <!-- -->und far<\/p>$/)
})

test('the record names the messages that the code of a fragment says', () => {
  expect(one.record.fragments.Find?.messages).toEqual(['found'])
})

const saying = (said: string) => ({
  'Find.tsx': `export const Find = ({ host, data }) => <p>{host.t(${said})} {host.t('found')}</p>`,
})

test('a choice of keys, and a beginning of keys, are found', async () => {
  const said = `data ? (data.word ? 'found' : 'unsaid') : \`un\${'said'}\``
  await expect(build('far', saying(said))).rejects.toThrow("hides its key. Write t('a.key')")
  const { record } = await build('far', {
    ...saying(`data ? 'unsaid' : \`refusal.\${data}\``),
    'messages.ts': `const words = { found: 'f', unsaid: 'u', 'refusal.full': 'r' }
      export const messages = { en: words, de: words, ar: words }`,
  })
  expect(record.fragments.Find?.messages).toEqual(['found', 'refusal.*', 'unsaid'])
}, 60_000)

test.each([
  ['a key that only the running code knows', 'data.key', 'Find.tsx: t(data.key) hides its key'],
  ['a key without a message', "'lost'", 'trips/Find says what has no message in en: lost'],
  ['a beginning that no key has', `\`refusal.\${data}\``, 'has no message in en: refusal.*'],
])(
  '%s fails the build',
  async (_, said, problem) => {
    await expect(build('far', saying(said))).rejects.toThrow(problem)
  },
  60_000,
)

test('a fragment that costs more than its budget fails the build, and says what it costs', async () => {
  await build('far', {}, { Find: { js: 7_000, css: 100 } })
  await expect(build('far', {}, { Find: { js: 1_000, css: 100 } })).rejects.toThrow(
    /^trips\/Find has \d{4} bytes of js, and its budget is 1000$/,
  )
  await expect(build('far', {}, { Find: { js: 7_000, css: 10 } })).rejects.toThrow(
    /bytes of css, and its budget is 10$/,
  )
  await expect(build('far', {}, {})).rejects.toThrow(
    /^trips\/Find has no budget; it has \d{4} bytes of js and \d+ of css$/,
  )
  await expect(build('far', {}, { Lost: { js: 1, css: 1 } })).rejects.toThrow('trips has no fragment Lost')
}, 60_000)

test('React and the federation runtime stay out of the browser files', () => {
  const { entry = '', fragments } = one.record
  const bytes = [entry, ...(fragments.Find?.js ?? [])].map((file) => one.record.sizes[file]?.brotli ?? 0)
  expect(bytes.reduce((sum, size) => sum + size)).toBeLessThan(7_000)
})

test('a script without a pin is an error before it is asked for; one with a pin carries it', () => {
  const load = new Function('__fernweh', 'url', 'script', pinScript('trips')) as (...given: unknown[]) => void
  const url = '/assets/trips/a.js'
  expect(() => load({ files: {}, again: {} }, url, {})).toThrow('No integrity known')
  const script = { src: url }
  load({ files: { [url]: 'sha384-a' }, again: { trips: 2 } }, url, script)
  expect(script).toEqual({ src: `${url}?again=2`, integrity: 'sha384-a', crossOrigin: 'anonymous' })
})

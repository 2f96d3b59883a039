/** Builds a micro-frontend: browser files, server build, and the record of both, in `dist/`. */
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { languages } from '@fernweh/contracts/browser/languages'
import { type PageDeclaration, pageDeclaration, type ReleaseRecord } from '@fernweh/contracts/release'
import type { ChunkGroup, Compilation, Stats } from 'webpack'
import { type Budget, checkBudget, joinFiles, measure, scriptsOf } from './budgets.ts'
import { readCommand } from './command.ts'
import { compile } from './compile.ts'
import { federateRemote, withoutSdk } from './federation.ts'
import { describeFiles, integrityOf, writeRecord } from './files.ts'
import { IntegrityPlugin } from './integrity-plugin.ts'
import { MentionsPlugin, mentionsIn } from './mentions-plugin.ts'
import { serveAlone } from './serve-alone.ts'
import { type Build, browserConfig, serverConfig } from './webpack-config.ts'

export interface Remote {
  name: string
  /** Fragment → file that exports `mount`. */
  exposes: Record<string, string>
  pages: PageDeclaration[]
  /** File that exports `renderFragment`, `messagesOf` and `say`. */
  server: string
  /** By fragment. A build that exceeds one fails; what is being worked on (`--watch`) is not measured. */
  budgets: Record<string, Budget>
}

export async function buildRemote(remote: Remote, command = readCommand(), folder = process.cwd()): Promise<void> {
  if (command.alone) return serveAlone(remote.name, command)
  const { watch } = command
  const build: Build = { name: remote.name, folder, mode: watch ? 'development' : 'production' }
  await rm(`${folder}/dist`, { recursive: true, force: true })
  const plugins = [federateRemote(remote.name, remote.exposes), new IntegrityPlugin(remote.name), new MentionsPlugin()]
  const browser = browserConfig(build, { entry: {}, plugins, alias: withoutSdk })
  await compile([browser, serverConfig(build, remote.server)], watch, async (stats) => {
    const content = await describe(remote, build, stats)
    if (!watch) await checkBudgets(remote, content, `${folder}/dist/assets`)
    const record = await writeRecord(`${folder}/dist`, content)
    console.log(`${remote.name} ${record.release}`)
  })
}

async function describe(
  remote: Remote,
  { folder, mode }: Build,
  stats: Stats[],
): Promise<Omit<ReleaseRecord, 'release'>> {
  const [browser, server] = stats.map(({ compilation }) => compilation)
  if (!browser || !server) throw new Error('Both builds are needed')
  const publicPath = `/assets/${remote.name}/`
  const serverFile = onlyFile(server, /\.cjs$/)
  const written = { names: Object.keys(browser.assets), folder: `${folder}/dist/assets`, publicPath }
  const { files, sizes } = await describeFiles(written, mode === 'production')
  const serverCode = await readFile(`${folder}/dist/server/${serverFile}`)
  const fragments = Object.keys(remote.exposes).map(
    (fragment) => [fragment, describeFragment(browser, fragment, publicPath)] as const,
  )
  for (const [fragment, { messages }] of fragments)
    checkMessages(`${remote.name}/${fragment}`, messages, serverCode.toString())
  return {
    name: remote.name,
    entry: publicPath + onlyFile(browser, /^remoteEntry\./),
    fragments: Object.fromEntries(fragments),
    pages: remote.pages.map((page) => pageDeclaration.parse(page)),
    server: serverFile,
    files: { ...files, [`server/${serverFile}`]: integrityOf(serverCode) },
    sizes,
  }
}

/** Scripts to start with; stylesheets and messages of these and of everything loaded later, since a page carries all of them. */
function describeFragment(compilation: Compilation, fragment: string, publicPath: string) {
  const group = compilation.namedChunkGroups.get(fragment)
  if (!group) throw new Error(`The build made no ${fragment}`)
  const below = [...groupsBelow(group)]
  const scripts = group.getFiles().filter((file) => file.endsWith('.js'))
  const styles = below.flatMap((one) => one.getFiles()).filter((file) => file.endsWith('.css'))
  return {
    js: scripts.map((file) => publicPath + file),
    css: [...new Set(styles)].map((file) => publicPath + file),
    messages: mentionsIn(compilation, new Set(below.flatMap(({ chunks }) => chunks))),
  }
}

/** Asks the server build, as a bff will. */
function checkMessages(fragment: string, keys: string[], serverCode: string) {
  const module = { exports: {} as { messagesOf: (locale: string, keys: string[]) => object } }
  new Script(`(function (module, exports, require) {${serverCode}\n})`).runInThisContext()(
    module,
    module.exports,
    createRequire(import.meta.url),
  )
  for (const language of languages) {
    const missing = keys.filter((key) => Object.keys(module.exports.messagesOf(language, [key])).length === 0)
    if (missing.length > 0)
      throw new Error(`${fragment} says what has no message in ${language}: ${missing.join(', ')}`)
  }
}

async function checkBudgets({ name, budgets }: Remote, record: Omit<ReleaseRecord, 'release'>, assets: string) {
  for (const fragment of Object.keys(budgets))
    if (!record.fragments[fragment]) throw new Error(`${name} has no fragment ${fragment}`)
  for (const [fragment, { css }] of Object.entries(record.fragments)) {
    const files = { js: scriptsOf(record, fragment), css: await joinFiles(assets, css) }
    const measured = measure(files, record.sizes)
    console.log(`${name}/${fragment}: ${measured.js} bytes of js, ${measured.css} of css`)
    checkBudget(`${name}/${fragment}`, measured, budgets[fragment])
  }
}

function groupsBelow(group: ChunkGroup, found = new Set<ChunkGroup>()): Set<ChunkGroup> {
  if (found.has(group)) return found
  found.add(group)
  for (const child of group.childrenIterable) groupsBelow(child, found)
  return found
}

function onlyFile(compilation: Compilation, pattern: RegExp): string {
  const file = Object.keys(compilation.assets).find((name) => pattern.test(name))
  if (!file) throw new Error(`The build wrote nothing like ${pattern}`)
  return file
}

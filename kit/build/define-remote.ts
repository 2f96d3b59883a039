/** Builds a micro-frontend into `dist/`: browser files, server build and release record. */
import { readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { Script } from 'node:vm'
import { languages } from '@fernweh/contracts/browser/languages'
import { type PageDeclaration, pageDeclaration, type ReleaseRecord } from '@fernweh/contracts/release'
import type { ChunkGroup, Compilation, Stats } from 'webpack'
import { type Budget, checkBudget, joinFiles, measure, scriptsOf } from './budgets.ts'
import { readBuildOptions } from './build-options.ts'
import { compile } from './compile.ts'
import { federateRemote, withoutSdk } from './federation.ts'
import { writeFragmentModules } from './fragment-modules.ts'
import { IntegrityPlugin } from './plugins/integrity-plugin.ts'
import { MessageKeysPlugin, messageKeysIn } from './plugins/message-keys-plugin.ts'
import { describeFiles, integrityOf, writeRecord } from './release-files.ts'
import { serveStandalone } from './standalone/standalone-server.ts'
import { type Build, browserConfig, serverConfig } from './webpack-config.ts'

export interface Remote {
  name: string
  /** Every fragment with its budget: `Menu` is exported by `src/fragments/Menu.tsx`. `--watch` builds are not measured. */
  fragments: Record<string, Budget>
  pages: PageDeclaration[]
}

export async function buildRemote(remote: Remote, options = readBuildOptions(), folder = process.cwd()): Promise<void> {
  const names = Object.keys(remote.fragments)
  if (options.alone) {
    const { standalone } = await writeFragmentModules(remote.name, names, folder)
    return serveStandalone(remote.name, standalone, options)
  }
  const { watch } = options
  const build: Build = { name: remote.name, folder, mode: watch ? 'development' : 'production' }
  await rm(`${folder}/dist`, { recursive: true, force: true })
  const { exposes, server } = await writeFragmentModules(remote.name, names, folder)
  const plugins = [federateRemote(remote.name, exposes), new IntegrityPlugin(remote.name), new MessageKeysPlugin()]
  const browser = browserConfig(build, { entry: {}, plugins, alias: withoutSdk })
  await compile([browser, serverConfig(build, server)], watch, async (stats) => {
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
  if (!browser || !server) throw new Error('The browser build or the server build is missing')
  const publicPath = `/assets/${remote.name}/`
  const serverFile = findFile(server, /\.cjs$/)
  const assets = { names: Object.keys(browser.assets), folder: `${folder}/dist/assets`, publicPath }
  const { files, sizes } = await describeFiles(assets, mode === 'production')
  const serverCode = await readFile(`${folder}/dist/server/${serverFile}`)
  const fragments = Object.keys(remote.fragments).map(
    (fragment) => [fragment, describeFragment(browser, fragment, publicPath)] as const,
  )
  for (const [fragment, { messages }] of fragments)
    checkMessages(`${remote.name}/${fragment}`, messages, serverCode.toString())
  return {
    name: remote.name,
    entry: publicPath + findFile(browser, /^remoteEntry\./),
    fragments: Object.fromEntries(fragments),
    pages: remote.pages.map((page) => pageDeclaration.parse(page)),
    server: serverFile,
    files: { ...files, [`server/${serverFile}`]: integrityOf(serverCode) },
    sizes,
  }
}

/** Initial scripts; stylesheets and messages also of chunks that are loaded later, since the page contains all of them. */
function describeFragment(compilation: Compilation, fragment: string, publicPath: string) {
  const group = compilation.namedChunkGroups.get(fragment)
  if (!group) throw new Error(`The build has no chunk for the fragment ${fragment}`)
  const groups = [...groupAndChildren(group)]
  const scripts = group.getFiles().filter((file) => file.endsWith('.js'))
  const styles = groups.flatMap((one) => one.getFiles()).filter((file) => file.endsWith('.css'))
  return {
    js: scripts.map((file) => publicPath + file),
    css: [...new Set(styles)].map((file) => publicPath + file),
    messages: messageKeysIn(compilation, new Set(groups.flatMap(({ chunks }) => chunks))),
  }
}

/** Checks the server build, where bffs read messages from, in every language. */
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
      throw new Error(`${fragment} uses messages that are missing in ${language}: ${missing.join(', ')}`)
  }
}

async function checkBudgets({ name, fragments }: Remote, record: Omit<ReleaseRecord, 'release'>, assets: string) {
  for (const [fragment, budget] of Object.entries(fragments)) {
    const css = await joinFiles(assets, record.fragments[fragment]?.css ?? [])
    const files = { js: scriptsOf(record, fragment), css }
    const measured = measure(files, record.sizes)
    console.log(`${name}/${fragment}: ${measured.js} bytes of js, ${measured.css} of css`)
    checkBudget(`${name}/${fragment}`, measured, budget)
  }
}

function groupAndChildren(group: ChunkGroup, found = new Set<ChunkGroup>()): Set<ChunkGroup> {
  if (found.has(group)) return found
  found.add(group)
  for (const child of group.childrenIterable) groupAndChildren(child, found)
  return found
}

function findFile(compilation: Compilation, pattern: RegExp): string {
  const file = Object.keys(compilation.assets).find((name) => pattern.test(name))
  if (!file) throw new Error(`The build wrote no file matching ${pattern}`)
  return file
}

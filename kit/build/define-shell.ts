/** Builds the frame of every page: host script, document stylesheet, layouts, and the record of it all, in `dist/`. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { ReleaseRecord } from '@fernweh/contracts/release'
import type { Compilation, Compiler, WebpackPluginInstance } from 'webpack'
import { createCatalog, type Messages } from '../language/messages.ts'
import { type App, type FilePlace, writeApp, writeByContent, writeWorker } from './app-files.ts'
import { type Budget, checkBudget, measure } from './budgets.ts'
import { readCommand } from './command.ts'
import { compile } from './compile.ts'
import { federateShell } from './federation.ts'
import { describeFiles, writeRecord } from './files.ts'
import { IntegrityPlugin } from './integrity-plugin.ts'
import { readLayouts } from './layouts.ts'
import { bundleStyles, copyByContent } from './styles.ts'
import { type Build, browserConfig } from './webpack-config.ts'

export interface Shell {
  name: string
  entry: string
  /** Stylesheet of the document, inlined in every page. */
  styles: string
  icon: string
  /** What the installed app is called, and its colours. */
  app: App
  /** Pages that are fetched ahead, as patterns of paths: safe ones, that change nothing and are likely to come next. */
  prefetch: string[]
  /** Script of the service worker; without one, browsers give up the worker of an earlier release. */
  worker?: string
  /** Folder of `frame.html`, `frame.css` and one `.html` and `.css` per layout. */
  layouts: string
  /** What layouts name as `{{key}}`. */
  messages: Messages
  /** Slots of the frame, filled on every page. */
  frame: NonNullable<ReleaseRecord['frame']>
  /** Scripts of every page; stylesheets of the document and of its largest layout. */
  budget: Budget
}

export async function buildShell(shell: Shell, { watch } = readCommand(), folder = process.cwd()): Promise<void> {
  const build: Build = { name: shell.name, folder, mode: watch ? 'development' : 'production' }
  await rm(`${folder}/dist`, { recursive: true, force: true })
  const plugins = [
    federateShell(shell.name),
    new IntegrityPlugin(shell.name),
    watching(path.resolve(folder, shell.layouts)),
  ]
  const browser = browserConfig(build, { entry: { main: shell.entry }, plugins })
  const configuration = { ...browser, optimization: { ...browser.optimization, splitChunks: reactApart } }
  await compile([configuration], watch, async ([stats]) => {
    if (!stats) return
    const content = await describe(shell, build, stats.compilation)
    if (!watch) checkShell(shell, content)
    const record = await writeRecord(`${folder}/dist`, content)
    console.log(`${shell.name} ${record.release}`)
  })
}

function checkShell(
  { name, budget }: Shell,
  { scripts = [], css = '', layouts = {}, sizes }: Omit<ReleaseRecord, 'release'>,
) {
  const ofLayouts = Object.values(layouts).map((layout) => measure({ js: scripts, css: css + layout.css }, sizes))
  const measured = ofLayouts.sort((one, other) => other.css - one.css)[0] ?? measure({ js: scripts, css }, sizes)
  console.log(`${name}: ${measured.js} bytes of js, ${measured.css} of css`)
  checkBudget(name, measured, budget)
}

/** React keeps its place in browsers' caches when the shell changes. */
const reactApart = {
  cacheGroups: {
    react: { test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, name: 'react', chunks: 'all', enforce: true },
  },
} as const

/** Webpack does not read these itself, and would not notice that they changed. */
function watching(folder: string): WebpackPluginInstance {
  return {
    apply(compiler: Compiler) {
      compiler.hooks.afterCompile.tap('watching', ({ contextDependencies }) => void contextDependencies.add(folder))
    },
  }
}

async function describe(
  shell: Shell,
  { folder, mode }: Build,
  compilation: Compilation,
): Promise<Omit<ReleaseRecord, 'release'>> {
  const place: FilePlace = { folder: `${folder}/dist/assets`, publicPath: `/assets/${shell.name}/` }
  const { publicPath } = place
  const messages = createCatalog([shell.messages])
  const styles = await bundleStyles(path.resolve(folder, shell.styles), place.folder, publicPath)
  const layouts = await readLayouts(path.resolve(folder, shell.layouts), messages)
  const icon = publicPath + (await copyByContent(path.resolve(folder, shell.icon), place.folder))
  const markOfApp = { file: path.resolve(folder, shell.icon), publicPath: icon }
  const { files: appFiles, ...app } = await writeApp(shell.app, markOfApp, messages, place)
  const speculation = await writeByContent(place, 'prefetch.speculationrules', toSpeculation(shell.prefetch))
  const look = styles.css + JSON.stringify(layouts)
  const worker = shell.worker ? await writeWorker(path.resolve(folder, shell.worker), look, place) : undefined
  const scripts = compilation.entrypoints.get('main')?.getFiles() ?? []
  const written = [icon, ...appFiles, speculation, ...(worker ? [worker] : [])].map((file) => path.basename(file))
  const names = [...Object.keys(compilation.assets), ...styles.files, ...written]
  return {
    name: shell.name,
    scripts: scripts.filter((file) => file.endsWith('.js')).map((file) => publicPath + file),
    fragments: {},
    pages: [],
    layouts,
    frame: shell.frame,
    css: styles.css,
    icon,
    ...app,
    speculation,
    ...(worker && { worker }),
    ...(await describeFiles({ names, ...place }, mode === 'production')),
  }
}

/** WICG Speculation Rules: when somebody rests on a link for a moment, or touches it. */
function toSpeculation(patterns: string[]): string {
  const where = { or: patterns.map((pattern) => ({ href_matches: pattern })) }
  return JSON.stringify({ prefetch: [{ where, eagerness: 'moderate' }] })
}

/** Builds the frame of every page into `dist/`: host script, document stylesheet, layouts and release record. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { ReleaseRecord } from '@fernweh/contracts/release'
import type { Compilation, Compiler, WebpackPluginInstance } from 'webpack'
import { createCatalog, type Messages } from '../language/messages.ts'
import { type Budget, checkBudget, measure } from './budgets.ts'
import { readBuildOptions } from './build-options.ts'
import { compile } from './compile.ts'
import { federateShell } from './federation.ts'
import { IntegrityPlugin } from './plugins/integrity-plugin.ts'
import { describeFiles, writeRecord } from './release-files.ts'
import { type App, type AssetFolder, writeApp, writeHashed, writeWorker } from './shell/app-files.ts'
import { readLayouts } from './shell/layouts.ts'
import { bundleStyles, copyHashed } from './shell/styles.ts'
import { type Build, browserConfig } from './webpack-config.ts'

export interface Shell {
  name: string
  entry: string
  styles: string
  icon: string
  app: App
  /** Path patterns of pages to prefetch: safe to request and likely to be visited next. */
  prefetch: string[]
  /** Script of the service worker; without one, browsers unregister the worker of an earlier release. */
  worker?: string
  /** Folder of `frame.html`, `frame.css` and one `.html` and `.css` per layout. */
  layouts: string
  messages: Messages
  frame: NonNullable<ReleaseRecord['frame']>
  /** Limits for the scripts of every page, and for the document's stylesheet plus that of the largest layout. */
  budget: Budget
}

export async function buildShell(shell: Shell, { watch } = readBuildOptions(), folder = process.cwd()): Promise<void> {
  const build: Build = { name: shell.name, folder, mode: watch ? 'development' : 'production' }
  await rm(`${folder}/dist`, { recursive: true, force: true })
  const plugins = [
    federateShell(shell.name),
    new IntegrityPlugin(shell.name),
    watchFolder(path.resolve(folder, shell.layouts)),
  ]
  const browser = browserConfig(build, { entry: { main: shell.entry }, plugins })
  const configuration = { ...browser, optimization: { ...browser.optimization, splitChunks: cachedReactChunk } }
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

const cachedReactChunk = {
  cacheGroups: {
    react: { test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, name: 'react', chunks: 'all', enforce: true },
  },
} as const

function watchFolder(folder: string): WebpackPluginInstance {
  return {
    apply(compiler: Compiler) {
      compiler.hooks.afterCompile.tap('watchFolder', ({ contextDependencies }) => void contextDependencies.add(folder))
    },
  }
}

async function describe(
  shell: Shell,
  { folder, mode }: Build,
  compilation: Compilation,
): Promise<Omit<ReleaseRecord, 'release'>> {
  const assets: AssetFolder = { folder: `${folder}/dist/assets`, publicPath: `/assets/${shell.name}/` }
  const { publicPath } = assets
  const messages = createCatalog([shell.messages])
  const styles = await bundleStyles(path.resolve(folder, shell.styles), assets.folder, publicPath)
  const layouts = await readLayouts(path.resolve(folder, shell.layouts), messages)
  const icon = publicPath + (await copyHashed(path.resolve(folder, shell.icon), assets.folder))
  const appIcon = { file: path.resolve(folder, shell.icon), publicPath: icon }
  const { files: appFiles, ...app } = await writeApp(shell.app, appIcon, messages, assets)
  const speculation = await writeHashed(assets, 'prefetch.speculationrules', toSpeculation(shell.prefetch))
  const frame = styles.css + JSON.stringify(layouts)
  const worker = shell.worker ? await writeWorker(path.resolve(folder, shell.worker), frame, assets) : undefined
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
    ...(await describeFiles({ names, ...assets }, mode === 'production')),
  }
}

/** WICG Speculation Rules: `moderate` prefetches on hover and on pointer down. */
function toSpeculation(patterns: string[]): string {
  const where = { or: patterns.map((pattern) => ({ href_matches: pattern })) }
  return JSON.stringify({ prefetch: [{ where, eagerness: 'moderate' }] })
}

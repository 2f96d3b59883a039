import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack, { type Configuration, type EntryObject, type RuleSetRule, type WebpackPluginInstance } from 'webpack'
import { aliasFederationRuntime } from './federation.ts'
import { MinifyPlugin } from './plugins/minify-plugin.ts'

export interface Build {
  name: string
  folder: string
  mode: 'production' | 'development'
}

const require = createRequire(import.meta.url)

const scripts: RuleSetRule = {
  test: /\.tsx?$/,
  loader: require.resolve('swc-loader'),
  options: {
    jsc: {
      parser: { syntax: 'typescript', tsx: true },
      transform: { react: { runtime: 'automatic' } },
      target: 'es2022',
    },
  },
}

/** With a hash of the stylesheet, because two fragments on one page may contain different releases of one component. */
function toClassName({ resourcePath }: { resourcePath: string }, _: string, local: string): string {
  const content = createHash('sha256').update(readFileSync(resourcePath)).digest('hex').slice(0, 6)
  return `${path.basename(resourcePath, '.module.css')}-${local}-${content}`
}

function loadCssModules(exportOnlyLocals: boolean) {
  return {
    loader: require.resolve('css-loader'),
    options: {
      modules: {
        auto: true,
        exportOnlyLocals,
        namedExport: false,
        exportLocalsConvention: 'as-is',
        getLocalIdent: toClassName,
      },
    },
  }
}

const browserStyles: RuleSetRule = {
  test: /\.css$/,
  sideEffects: true,
  use: [MiniCssExtractPlugin.loader, loadCssModules(false)],
}

/** The server build needs class names only and ignores plain stylesheets. */
const serverStyles: RuleSetRule[] = [
  { test: /\.module\.css$/, use: [loadCssModules(true)] },
  { test: /(?<!\.module)\.css$/, type: 'asset/source', sideEffects: false },
]

const cssNames = { filename: '[name].[contenthash:10].css', chunkFilename: '[name].[contenthash:10].css' }

const media: RuleSetRule = { test: /\.(woff2|svg|png|webp|avif)$/, type: 'asset/resource' }

function common({ name, folder, mode }: Build): Configuration {
  return {
    name,
    context: folder,
    mode,
    devtool: false,
    performance: false,
    infrastructureLogging: { level: 'error' },
    resolve: { extensions: ['.ts', '.tsx', '.js'], alias: aliasFederationRuntime() },
  }
}

export interface BrowserFragments {
  entry: EntryObject
  plugins: WebpackPluginInstance[]
  alias?: Record<string, false>
}

export function browserConfig(build: Build, { entry, plugins, alias }: BrowserFragments) {
  const { resolve, ...rest } = common(build)
  return {
    ...rest,
    resolve: { ...resolve, alias: { ...resolve?.alias, ...alias } },
    target: ['web', 'es2022'],
    entry,
    output: {
      path: `${build.folder}/dist/assets`,
      publicPath: `/assets/${build.name}/`,
      uniqueName: build.name,
      filename: '[name].[contenthash:10].js',
      chunkFilename: '[name].[contenthash:10].js',
      assetModuleFilename: '[name].[contenthash:10][ext]',
      chunkLoadTimeout: 8000,
    },
    module: { rules: [scripts, browserStyles, media] },
    optimization: { realContentHash: true, minimize: build.mode === 'production', minimizer: [new MinifyPlugin()] },
    plugins: [
      // The gateway inlines stylesheets into the page; scripts never load them.
      new MiniCssExtractPlugin({ ...cssNames, runtime: false }),
      ...plugins,
    ],
  } satisfies Configuration
}

/** One CommonJS file that includes React; bffs load it by release. */
export function serverConfig(build: Build, entry: string): Configuration {
  return {
    ...common(build),
    name: `${build.name} (server)`,
    target: 'node20',
    entry: { server: entry },
    output: {
      path: `${build.folder}/dist/server`,
      publicPath: `/assets/${build.name}/`,
      uniqueName: build.name,
      filename: '[contenthash:10].cjs',
      assetModuleFilename: '[name].[contenthash:10][ext]',
      library: { type: 'commonjs2' },
    },
    module: { rules: [scripts, ...serverStyles, { ...media, generator: { emit: false } }] },
    optimization: { realContentHash: true, minimize: false, sideEffects: true, usedExports: true },
    plugins: [
      new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 }),
      new webpack.DefinePlugin({ FERNWEH_TEAM: JSON.stringify(build.name) }),
    ],
  }
}

/** Bundles every executable (`src/main*.ts`) of the workspace it runs in into `dist/`, for Node. */
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

/** Native code, or found by a file's own place. */
const NOT_BUNDLED = ['lmdb', 'sharp', '@node-rs/*', 'pg-native', 'bufferutil', 'utf-8-validate']

/** Packages written as CommonJS ask for `require`, which an ES module does not have. */
const REQUIRE = `import { createRequire as bundleRequire } from 'node:module';const require = bundleRequire(import.meta.url);`

const executables = readdirSync('src').filter((file) => /^main(-[a-z]+)?\.ts$/.test(file))

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: executables.map((file) => `src/${file}`),
  outdir: 'dist',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  sourcemap: true,
  sourcesContent: false,
  keepNames: true,
  external: NOT_BUNDLED,
  banner: { js: REQUIRE },
  logLevel: 'warning',
})

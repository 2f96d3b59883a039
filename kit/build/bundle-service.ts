/** Bundles every executable (`src/main*.ts`) of the current workspace into `dist/`, for Node. */
import { readdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

/** Packages with native code, or that locate files relative to themselves. */
const EXTERNAL = ['lmdb', 'sharp', '@node-rs/*', 'pg-native', 'bufferutil', 'utf-8-validate']

/** CommonJS packages call `require`, which does not exist in ES modules. */
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
  external: EXTERNAL,
  banner: { js: REQUIRE },
  logLevel: 'warning',
})

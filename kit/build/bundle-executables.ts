import { build } from 'esbuild'

/** Packages with native code, or that locate files relative to themselves. */
const EXTERNAL = ['lmdb', 'sharp', '@node-rs/*', 'pg-native', 'bufferutil', 'utf-8-validate']

/** CommonJS packages call `require`, which does not exist in ES modules. */
const REQUIRE = `import { createRequire as bundleRequire } from 'node:module';const require = bundleRequire(import.meta.url);`

/** Bundles each entry, by the name of its output file without `.js`, for Node into a folder beside `src`. */
export async function bundleExecutables(entries: Record<string, string>, outdir: string): Promise<void> {
  await build({
    entryPoints: entries,
    outdir,
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
}

import { minify as minifyScript } from '@swc/core'
import { Features, transform as minifyStyle } from 'lightningcss'
import webpack, { type Compiler, type WebpackPluginInstance } from 'webpack'

/** The first browsers with declarative shadow DOM. */
const targets = { chrome: 111 << 16, firefox: 123 << 16, safari: (16 << 16) | (4 << 8) }

export function minifyCss(name: string, css: string): string {
  // Compiled for older browsers, `light-dark()` needs properties that only a stylesheet with `color-scheme` defines.
  const exclude = Features.LightDark
  return minifyStyle({ filename: name, code: Buffer.from(css), minify: true, targets, exclude }).code.toString()
}

async function minifyJs(code: string): Promise<string> {
  const options = { compress: { passes: 2 }, mangle: true, format: { comments: 'some' as const } }
  return (await minifyScript(code, { ...options, ecma: 2020 })).code
}

export class MinifyPlugin implements WebpackPluginInstance {
  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('MinifyPlugin', (compilation) => {
      const stage = webpack.Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE
      compilation.hooks.processAssets.tapPromise({ name: 'MinifyPlugin', stage }, async (assets) => {
        for (const [name, asset] of Object.entries(assets)) {
          if (!/\.(js|css)$/.test(name)) continue
          const text = asset.source().toString()
          const minified = name.endsWith('.css') ? minifyCss(name, text) : await minifyJs(text)
          compilation.updateAsset(name, new webpack.sources.RawSource(minified))
        }
      })
    })
  }
}

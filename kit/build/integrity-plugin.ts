/**
 * Pins every script and stylesheet that webpack's runtime loads to the hash in the page's record (W3C Subresource
 * Integrity). A file without a pin is an error: an `undefined` integrity would be run unchecked.
 */
import MiniCssExtractPlugin from 'mini-css-extract-plugin'
import webpack, { type Compiler, type WebpackPluginInstance } from 'webpack'

interface Tag {
  variable: string
  attribute: 'src' | 'href'
  url: string
}

/** A retry asks under another URL: a browser joins a request that still hangs. */
export function pin(name: string, { variable, attribute, url }: Tag): string {
  const again = `__fernweh.again[${JSON.stringify(name)}]`
  return `
    if (!__fernweh.files[${url}]) throw new Error('No integrity known for ' + ${url});
    ${variable}.integrity = __fernweh.files[${url}];
    ${variable}.crossOrigin = 'anonymous';
    if (${again}) ${variable}.${attribute} = ${url} + '?again=' + ${again};`
}

export class IntegrityPlugin implements WebpackPluginInstance {
  constructor(private readonly name: string) {}

  apply(compiler: Compiler) {
    const { name } = this
    compiler.hooks.compilation.tap('IntegrityPlugin', (compilation) => {
      webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation).createScript.tap(
        'IntegrityPlugin',
        (source) => source + pin(name, { variable: 'script', attribute: 'src', url: 'url' }),
      )
      MiniCssExtractPlugin.getCompilationHooks(compilation).beforeTagInsert.tap(
        'IntegrityPlugin',
        (source, { tag, href }) => source + pin(name, { variable: tag, attribute: 'href', url: href }),
      )
    })
  }
}

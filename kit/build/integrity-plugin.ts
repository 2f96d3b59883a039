/**
 * Pins every script that webpack's runtime loads to the hash in the page's record (W3C Subresource Integrity). A file
 * without a pin is an error: an `undefined` integrity would be run unchecked.
 */
import webpack, { type Compiler, type WebpackPluginInstance } from 'webpack'

/** A retry asks under another URL: a browser joins a request that still hangs. */
export function pinScript(name: string): string {
  const again = `__fernweh.again[${JSON.stringify(name)}]`
  return `
    if (!__fernweh.files[url]) throw new Error('No integrity known for ' + url);
    script.integrity = __fernweh.files[url];
    script.crossOrigin = 'anonymous';
    if (${again}) script.src = url + '?again=' + ${again};`
}

export class IntegrityPlugin implements WebpackPluginInstance {
  constructor(private readonly name: string) {}

  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('IntegrityPlugin', (compilation) => {
      const { createScript } = webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation)
      createScript.tap('IntegrityPlugin', (source) => source + pinScript(this.name))
    })
  }
}

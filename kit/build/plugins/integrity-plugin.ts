/** Scripts of webpack's runtime get the hash of the page's record (W3C SRI). A missing hash is an error: `undefined` is not checked. */
import webpack, { type Compiler, type WebpackPluginInstance } from 'webpack'

/** A retry uses another URL, because browsers would join a pending request for the same one. */
export function addIntegrity(name: string): string {
  const retries = `__fernweh.again[${JSON.stringify(name)}]`
  return `
    if (!__fernweh.files[url]) throw new Error('No integrity known for ' + url);
    script.integrity = __fernweh.files[url];
    script.crossOrigin = 'anonymous';
    if (${retries}) script.src = url + '?again=' + ${retries};`
}

export class IntegrityPlugin implements WebpackPluginInstance {
  constructor(private readonly name: string) {}

  apply(compiler: Compiler) {
    compiler.hooks.compilation.tap('IntegrityPlugin', (compilation) => {
      const { createScript } = webpack.runtime.LoadScriptRuntimeModule.getCompilationHooks(compilation)
      createScript.tap('IntegrityPlugin', (source) => source + addIntegrity(this.name))
    })
  }
}

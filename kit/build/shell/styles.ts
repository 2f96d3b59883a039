import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { bundleAsync } from 'lightningcss'

export interface Styles {
  css: string
  files: string[]
}

export async function bundleStyles(file: string, assets: string, publicPath: string): Promise<Styles> {
  const { code, dependencies } = await bundleAsync({
    filename: file,
    minify: true,
    analyzeDependencies: true,
    resolver: { resolve: (specifier, from) => createRequire(from).resolve(specifier) },
  })
  let css = code.toString()
  const files: string[] = []
  for (const dependency of dependencies ?? []) {
    if (dependency.type !== 'url') throw new Error(`${file}: an import could not be inlined`)
    const source = path.resolve(path.dirname(dependency.loc.filePath), dependency.url)
    const name = await copyHashed(source, assets)
    css = css.replaceAll(dependency.placeholder, publicPath + name)
    files.push(name)
  }
  return { css, files }
}

/** Returns the copy's name, e.g. `sun.0123456789.svg`. */
export async function copyHashed(source: string, folder: string): Promise<string> {
  const content = await readFile(source)
  const { name, ext } = path.parse(source)
  const copy = `${name}.${createHash('sha256').update(content).digest('hex').slice(0, 10)}${ext}`
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, copy), content)
  return copy
}

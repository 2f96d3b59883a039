/** Size limits of a fragment, in bytes after brotli compression. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import type { ReleaseRecord } from '@fernweh/contracts/release'

export interface Budget {
  js: number
  css: number
}

export function scriptsOf(
  { entry, fragments }: Pick<ReleaseRecord, 'entry' | 'fragments'>,
  fragment: string,
): string[] {
  return [...(entry ? [entry] : []), ...(fragments[fragment]?.js ?? [])]
}

export function measure({ js, css }: { js: string[]; css: string }, sizes: ReleaseRecord['sizes']): Budget {
  return {
    js: js.reduce((sum, file) => sum + (sizes[file]?.brotli ?? 0), 0),
    css: css ? brotliCompressSync(css).length : 0,
  }
}

export async function joinFiles(folder: string, publicPaths: string[]): Promise<string> {
  const texts = publicPaths.map((file) => readFile(path.join(folder, path.basename(file)), 'utf8'))
  return (await Promise.all(texts)).join('')
}

export function checkBudget(name: string, measured: Budget, budget: Budget): void {
  for (const kind of ['js', 'css'] as const) {
    const [size, limit] = [measured[kind], budget[kind]]
    if (size > limit) throw new Error(`${name} has ${size} bytes of ${kind}, but its budget is ${limit}`)
  }
}

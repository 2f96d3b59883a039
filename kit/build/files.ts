import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { ReleaseRecord } from '@fernweh/contracts/release'

const squeeze = promisify(brotliCompress)

/** `sha384-…` of Subresource Integrity. */
export function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

export interface WrittenFile {
  names: string[]
  /** Where they are, and where the browser will find them. */
  folder: string
  publicPath: string
}

/** Hashes and sizes by public path; with `compress`, a compressed twin is written beside each text file. */
export async function describeFiles({ names, folder, publicPath }: WrittenFile, compress: boolean) {
  const described: Pick<ReleaseRecord, 'files' | 'sizes'> = { files: {}, sizes: {} }
  for (const name of names.sort()) {
    const raw = await readFile(path.join(folder, name))
    const brotli = compress && /\.(js|svg)$/.test(name) ? await squeezed(raw) : undefined
    if (brotli) await writeFile(path.join(folder, `${name}.br`), brotli)
    described.files[publicPath + name] = integrityOf(raw)
    described.sizes[publicPath + name] = { raw: raw.length, brotli: brotli?.length ?? raw.length }
  }
  return described
}

function squeezed(raw: Buffer): Promise<Buffer> {
  return squeeze(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } })
}

/** The record comes last and whole: whoever sees it may publish everything it names. */
export async function writeRecord(folder: string, content: Omit<ReleaseRecord, 'release'>): Promise<ReleaseRecord> {
  const release = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
  const record = { ...content, release }
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'record.json')
  await writeFile(`${file}.new`, JSON.stringify(record, null, 2))
  await rename(`${file}.new`, file)
  return record
}

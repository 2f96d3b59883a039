import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import type { ReleaseRecord } from '@fernweh/contracts/release'

const brotliAsync = promisify(brotliCompress)

export function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

export interface WrittenFiles {
  names: string[]
  folder: string
  publicPath: string
}

/** Hashes and sizes by public path; with `precompress`, a brotli file is written beside each text file. */
export async function describeFiles({ names, folder, publicPath }: WrittenFiles, precompress: boolean) {
  const described: Pick<ReleaseRecord, 'files' | 'sizes'> = { files: {}, sizes: {} }
  for (const name of names.sort()) {
    const raw = await readFile(path.join(folder, name))
    const brotli = precompress && /\.(js|svg)$/.test(name) ? await compress(raw) : undefined
    if (brotli) await writeFile(path.join(folder, `${name}.br`), brotli)
    described.files[publicPath + name] = integrityOf(raw)
    described.sizes[publicPath + name] = { raw: raw.length, brotli: brotli?.length ?? raw.length }
  }
  return described
}

function compress(raw: Buffer): Promise<Buffer> {
  return brotliAsync(raw, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: raw.length } })
}

/** Writes the record last and atomically: once it exists, all files it names exist too. */
export async function writeRecord(folder: string, content: Omit<ReleaseRecord, 'release'>): Promise<ReleaseRecord> {
  const release = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
  const record = { ...content, release }
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'record.json')
  await writeFile(`${file}.new`, JSON.stringify(record, null, 2))
  await rename(`${file}.new`, file)
  return record
}

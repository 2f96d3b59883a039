/** Files of any release ever published, compared with their record's hash before the first byte leaves. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { createBoundedCache } from '@fernweh/kit/server/process/bounded-cache'
import { createIntegrityIndex } from './integrity-index.ts'

const decompress = promisify(brotliDecompress)
const MAX_BYTES = 64 * 1024 * 1024
const PUBLIC_PATH = /^\/assets\/([a-z]+)\/([A-Za-z0-9_.-]+)$/

export interface Asset {
  raw: Buffer
  brotli: Buffer | null
}

export class TamperedAsset extends Error {}

export interface Assets {
  /** Null when no record names the file. Throws `TamperedAsset`. */
  get(publicPath: string): Promise<Asset | null>
}

export function createAssets(folder: string, { maxBytes = MAX_BYTES } = {}): Assets {
  const index = createIntegrityIndex(folder)
  const cache = createBoundedCache<Asset>(maxBytes, sizeOf)
  const reading = new Map<string, Promise<Asset>>()

  async function read(publicPath: string, file: string, integrity: string): Promise<Asset> {
    const raw = await readFile(file)
    if (integrityOf(raw) !== integrity) throw new TamperedAsset(`${publicPath} is not what its record says`)
    const asset = { raw, brotli: await readBrotli(`${file}.br`, raw) }
    cache.set(publicPath, asset)
    return asset
  }

  function readOnce(publicPath: string, file: string, integrity: string): Promise<Asset> {
    const asset = reading.get(publicPath) ?? read(publicPath, file, integrity).finally(() => reading.delete(publicPath))
    reading.set(publicPath, asset)
    return asset
  }

  return {
    async get(publicPath) {
      const [, name, file] = PUBLIC_PATH.exec(publicPath) ?? []
      const integrity = name && file ? await index.get(name, publicPath) : undefined
      if (!name || !file || !integrity) return null
      return cache.get(publicPath) ?? readOnce(publicPath, path.join(folder, name, 'assets', file), integrity)
    },
  }
}

const sizeOf = ({ raw, brotli }: Asset) => raw.length + (brotli?.length ?? 0)

function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

/** The compressed twin has no hash of its own: it must unpack to the same bytes. */
async function readBrotli(file: string, raw: Buffer): Promise<Buffer | null> {
  const brotli = await readFile(file).catch(() => null)
  const unpacked = brotli && (await decompress(brotli, { maxOutputLength: raw.length + 1 }).catch(() => null))
  return unpacked?.equals(raw) ? brotli : null
}

/** Files of any release ever published, compared with their record's hash before the first byte leaves. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliDecompress } from 'node:zlib'
import { releaseRecord } from '@fernweh/contracts/release'

const unsqueeze = promisify(brotliDecompress)
const MAX_BYTES = 64 * 1024 * 1024
const NAME = /^\/assets\/([a-z]+)\/([A-Za-z0-9_.-]+)$/

export interface Asset {
  raw: Buffer
  brotli: Buffer | null
}

/** The file is not what its record says. */
export class TamperedAsset extends Error {}

export interface Assets {
  /** Null when no record names the file. Throws `Tampered`. */
  get(publicPath: string): Promise<Asset | null>
}

export function createAssets(folder: string): Assets {
  const pins = createPins(folder)
  const kept = new Map<string, Promise<Asset>>()
  let bytes = 0

  async function read(publicPath: string, name: string, file: string, pin: string): Promise<Asset> {
    const place = path.join(folder, name, 'assets', file)
    const raw = await readFile(place)
    if (integrityOf(raw) !== pin) throw new TamperedAsset(`${publicPath} is not what its record says`)
    const asset = { raw, brotli: await readBrotli(`${place}.br`, raw) }
    keep(asset)
    return asset
  }

  /** The memory for files is bounded by starting over; they are read and compared again. */
  function keep({ raw, brotli }: Asset) {
    bytes += raw.length + (brotli?.length ?? 0)
    if (bytes <= MAX_BYTES) return
    kept.clear()
    bytes = 0
  }

  return {
    async get(publicPath) {
      const [, name, file] = NAME.exec(publicPath) ?? []
      const pin = name && file ? await pins.get(name, publicPath) : undefined
      if (!name || !file || !pin) return null
      const asset = kept.get(publicPath) ?? read(publicPath, name, file, pin)
      kept.set(publicPath, asset)
      asset.catch(() => kept.delete(publicPath))
      return asset
    },
  }
}

/** Hashes of all records of a name; records never change, so each is read once. */
function createPins(folder: string) {
  const pins = new Map<string, string>()
  const seen = new Set<string>()

  async function readNew(name: string) {
    const records = path.join(folder, name, 'records')
    for (const file of await readdir(records).catch(() => [])) {
      const record = path.join(records, file)
      if (!file.endsWith('.json') || seen.has(record)) continue
      const read = releaseRecord.safeParse(
        await readFile(record, 'utf8')
          .then(JSON.parse)
          .catch(() => null),
      )
      if (!read.success) continue
      seen.add(record)
      for (const [publicPath, pin] of Object.entries(read.data.files)) {
        if (publicPath.startsWith(`/assets/${name}/`)) pins.set(publicPath, pin)
      }
    }
  }

  return {
    async get(name: string, publicPath: string) {
      if (!pins.has(publicPath)) await readNew(name)
      return pins.get(publicPath)
    },
  }
}

function integrityOf(content: Buffer): string {
  return `sha384-${createHash('sha384').update(content).digest('base64')}`
}

/** The compressed twin has no hash of its own: it must unpack to the same bytes. */
async function readBrotli(file: string, raw: Buffer): Promise<Buffer | null> {
  const brotli = await readFile(file).catch(() => null)
  const unpacked = brotli && (await unsqueeze(brotli, { maxOutputLength: raw.length + 1 }).catch(() => null))
  return unpacked?.equals(raw) ? brotli : null
}

/** The hash of every file that a record of any release names. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { releaseRecord } from '@fernweh/contracts/release'

export interface IntegrityIndex {
  get(name: string, publicPath: string): Promise<string | undefined>
}

/** Records never change, so each is read once. */
export function createIntegrityIndex(folder: string): IntegrityIndex {
  const integrity = new Map<string, string>()
  const known = new Set<string>()

  async function readNewRecords(name: string) {
    const records = path.join(folder, name, 'records')
    for (const entry of await readdir(records).catch(() => [])) {
      const file = path.join(records, entry)
      if (!entry.endsWith('.json') || known.has(file)) continue
      const files = await readFiles(file)
      if (!files) continue
      known.add(file)
      for (const [publicPath, hash] of Object.entries(files)) {
        if (publicPath.startsWith(`/assets/${name}/`)) integrity.set(publicPath, hash)
      }
    }
  }

  return {
    async get(name, publicPath) {
      if (!integrity.has(publicPath)) await readNewRecords(name)
      return integrity.get(publicPath)
    },
  }
}

async function readFiles(file: string): Promise<Record<string, string> | null> {
  const content = await readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => null)
  return releaseRecord.safeParse(content).data?.files ?? null
}

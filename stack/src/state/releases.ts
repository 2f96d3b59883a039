import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type ReleaseRecord, releaseRecord } from '@fernweh/contracts/release'
import { PlainError } from '../plain-error.ts'

export type ReleaseStore = ReturnType<typeof openReleaseStore>

/** The store the gateway and the bffs read: immutable releases, and which of them is live. */
export function openReleaseStore(folder: string) {
  return {
    /** Copies what a build wrote; the record comes last, so that a release is never seen without its files. */
    publish(name: string, dist: string) {
      const record = readRecord(name, dist)
      const target = join(folder, name)
      for (const fragment of ['assets', 'server']) {
        if (existsSync(join(dist, fragment))) cpSync(join(dist, fragment), join(target, fragment), { recursive: true })
      }
      writeWhole(join(target, 'records'), `${record.release}.json`, record)
      return record.release
    },
    live: (name: string) => readLive(folder, name),
    /** Chooses the release of the pages requested from now on. Returns the one before. */
    goLive(name: string, release: string): string | undefined {
      const known = stored(folder, name)
      if (!known.includes(release)) {
        const others = known.length ? `it is one of ${known.join(', ')}` : 'none has been published'
        throw new PlainError(`${name} has no release ${release}: ${others}.`)
      }
      const former = existsSync(join(folder, name, 'live.json')) ? readLive(folder, name) : undefined
      writeWhole(join(folder, name), 'live.json', { release })
      return former
    },
  }
}

function readLive(folder: string, name: string): string {
  return JSON.parse(readFileSync(join(folder, name, 'live.json'), 'utf8')).release
}

/** Every release that can go live, the last published first. */
function stored(folder: string, name: string): string[] {
  const records = join(folder, name, 'records')
  if (!existsSync(records)) return []
  const files = readdirSync(records).filter((file) => /^[^.].*\.json$/.test(file))
  const times = new Map(files.map((file) => [file, statSync(join(records, file)).mtimeMs]))
  return files.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0)).map((file) => file.replace(/\.json$/, ''))
}

function readRecord(name: string, dist: string): ReleaseRecord {
  const file = join(dist, 'record.json')
  if (!existsSync(file)) throw new PlainError(`${dist} holds no release: build ${name} first.`)
  const record = releaseRecord.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (record.name !== name) throw new PlainError(`${dist} holds a release of ${record.name}, not of ${name}.`)
  return record
}

/** By rename, because it is read while it changes. */
function writeWhole(folder: string, file: string, value: unknown) {
  mkdirSync(folder, { recursive: true })
  const unfinished = join(folder, `.${file}.${process.pid}`)
  writeFileSync(unfinished, JSON.stringify(value))
  renameSync(unfinished, join(folder, file))
}

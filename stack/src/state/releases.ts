import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
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
    live: (name: string) =>
      (JSON.parse(readFileSync(join(folder, name, 'live.json'), 'utf8')) as { release: string }).release,
    /** Pages requested from now on are of this release. */
    goLive(name: string, release: string) {
      if (!existsSync(join(folder, name, 'records', `${release}.json`))) {
        throw new PlainError(`${name} has no release ${release}: publish it first.`)
      }
      writeWhole(join(folder, name), 'live.json', { release })
    },
  }
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

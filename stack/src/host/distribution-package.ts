import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { cacheFolder, isRoot } from '../state/folders.ts'

const run = promisify(execFile)

const TIMEOUT_MS = 300_000
/** Unpacked beside the system's own loader, another C library would crash every program. */
const C_LIBRARY = /^libc6_/

/**
 * Unpacks a package of a Debian-like distribution, and the packages it needs that this machine lacks, into a folder.
 * Installs nothing, so an ordinary user may do it.
 */
export async function unpackPackage(name: string, folder: string): Promise<void> {
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'apt-'))
  try {
    for (const archive of await download(name, work)) await run('dpkg', ['-x', archive, folder])
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function download(name: string, work: string): Promise<string[]> {
  const archives = join(work, 'archives')
  for (const needed of ['lists/partial', 'archives/partial']) mkdirSync(join(work, needed), { recursive: true })
  const request = ['install', '--yes', '--download-only', '--reinstall', '--no-install-recommends', name]
  const options = { 'Debug::NoLocking': '1', 'Dir::Cache': work, 'Dir::Cache::archives': archives }
  try {
    await aptGet(request, options)
  } catch {
    // A machine whose package lists are missing or old gets new ones, in a folder of our own.
    const withOwnLists = { ...options, 'Dir::State::lists': join(work, 'lists') }
    await aptGet(['update'], withOwnLists)
    await aptGet(request, withOwnLists)
  }
  const found = readdirSync(archives).filter((file) => file.endsWith('.deb') && !C_LIBRARY.test(file))
  if (!found.length) throw new Error(`apt-get downloaded nothing for ${name}`)
  return found.map((file) => join(archives, file))
}

async function aptGet(args: string[], options: Record<string, string>) {
  const all = { ...options, ...(isRoot && { 'APT::Sandbox::User': 'root' }) }
  const settings = Object.entries(all).flatMap(([name, value]) => ['-o', `${name}=${value}`])
  await run('apt-get', [...settings, ...args], { timeout: TIMEOUT_MS, maxBuffer: 50_000_000 })
}

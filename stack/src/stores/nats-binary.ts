import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { unpackPackage } from '../host/distribution-package.ts'
import { isExecutable, onPath, SYSTEM } from '../host/executables.ts'
import { PlainError } from '../plain-error.ts'
import { cacheFolder } from '../state/folders.ts'

const run = promisify(execFile)

const VERSION = '2.10.10'
/** SHA-256 of `nats-server-v<version>-<platform>.tar.gz` as published with the release. */
const RELEASES: Record<string, string> = {
  'linux-amd64': 'c8cd7e19b906a5f8a7f9f7e70fc4bfa492d66a069d9664c4db19fdee1b6aa640',
  'darwin-amd64': '5b6bfed8f75ecb2f6465b87334f4e757a66c32b6c5f802e964a080a3716ffffb',
  'darwin-arm64': '8af6cbd8f3f21bcec164d17bc879d3e7807cd98e1c7839ac668986a71c4e52c6',
}

/** The path of a `nats-server`: installed, cached, downloaded, or unpacked from the distribution's package. */
export async function natsBinary(note: (text: string) => void = () => {}) {
  const cached = join(cacheFolder(), 'nats-server')
  const present = onPath('nats-server') ?? (isExecutable(cached) ? cached : undefined)
  if (present) return present
  mkdirSync(cacheFolder(), { recursive: true })
  const work = mkdtempSync(join(cacheFolder(), 'nats-'))
  try {
    return keep(await fetchBinary(work, note), cached)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchBinary(work: string, note: (text: string) => void) {
  const failures: string[] = []
  for (const [what, way] of [
    ['downloading the release', download],
    ["unpacking the distribution's package", unpack],
  ] as const) {
    note(what)
    try {
      return await way(work)
    } catch (error) {
      failures.push(`${what}: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  throw new PlainError(
    `There is no NATS server: install nats-server, or set NATS_URL to a running one. Tried ${failures.join('; ')}.`,
  )
}

async function download(work: string) {
  const platform = `${process.platform}-${process.arch === 'x64' ? 'amd64' : process.arch}`
  const expected = RELEASES[platform]
  if (!expected) throw new Error(`no release is pinned for ${platform}`)
  const name = `nats-server-v${VERSION}-${platform}`
  const url = `https://github.com/nats-io/nats-server/releases/download/v${VERSION}/${name}.tar.gz`
  const archive = Buffer.from(await (await reach(url)).arrayBuffer())
  const found = createHash('sha256').update(archive).digest('hex')
  if (found !== expected) throw new Error(`${url} has SHA-256 ${found}, not ${expected}`)
  writeFileSync(join(work, 'nats.tar.gz'), archive)
  await run('tar', ['-xzf', 'nats.tar.gz'], { cwd: work })
  return join(work, name, 'nats-server')
}

/** Waits five seconds for a response, and as long as it takes for the file itself. */
async function reach(url: string) {
  const timeout = new AbortController()
  const timer = setTimeout(() => timeout.abort(new Error('no response within 5 s')), 5_000)
  try {
    const response = await fetch(url, { signal: timeout.signal })
    if (!response.ok) throw new Error(`${url} answered ${response.status}`)
    return response
  } finally {
    clearTimeout(timer)
  }
}

/** From the distribution's package. */
async function unpack(work: string) {
  await unpackPackage('nats-server', work)
  const found = SYSTEM.map((folder) => join(work, folder, 'nats-server')).find(isExecutable)
  if (!found) throw new Error('the package holds no nats-server')
  return found
}

function keep(found: string, cached: string) {
  const unfinished = `${cached}.${process.pid}`
  copyFileSync(found, unfinished)
  chmodSync(unfinished, 0o755)
  renameSync(unfinished, cached)
  return cached
}

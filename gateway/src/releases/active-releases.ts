/** The active release of every team, found while running: the next page has a new one within a second. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { type ReleaseRecord, releaseRecord } from '@fernweh/contracts/release'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { repeat } from '@fernweh/kit/server/process/repeat'
import { z } from 'zod'
import { type Page, toPages } from '../pages/page-routes.ts'

const POLL_MS = 400
const SHELL = 'shell'
const NAME = /^[a-z]+$/
const activeFile = z.object({ release: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })

export interface ActiveReleases {
  shell: ReleaseRecord
  remotes: Map<string, ReleaseRecord>
  pages: Page[]
}

export interface Releases {
  /** Undefined until the shell has a release. */
  active(): ActiveReleases | undefined
  refresh(): Promise<void>
  close(): Promise<void>
}

export async function watchReleases(folder: string, log: Logger, { development = false } = {}): Promise<Releases> {
  const records = new Map<string, ReleaseRecord>()
  const problems = new Map<string, string>()
  let active: ActiveReleases | undefined

  /** True when something changed. A broken record changes nothing: the release before stays active. */
  async function refreshName(name: string): Promise<boolean> {
    const current = records.get(name)
    try {
      const record = await readActive(path.join(folder, name), current)
      problems.delete(name)
      if (record === current) return false
      if (!record) return withdraw(name)
      records.set(name, record)
      log.info({ name, release: record.release }, 'release became active')
      return true
    } catch (error) {
      const problem = String(error)
      if (problems.get(name) !== problem)
        log.error({ name, err: error }, 'release unusable, the one before stays active')
      problems.set(name, problem)
      return false
    }
  }

  /** The shell stays: without it there is no page at all. */
  function withdraw(name: string): boolean {
    if (name === SHELL) return false
    log.warn({ name }, 'release withdrawn, its pages and fragments are gone')
    return records.delete(name)
  }

  async function refresh() {
    const found = (await readdir(folder).catch(() => [...records.keys()])).filter((name) => NAME.test(name))
    const names = new Set([...found, ...records.keys()])
    const changes = await Promise.all([...names].map(refreshName))
    if (changes.includes(true)) active = toActiveReleases(records, development)
  }

  await refresh()
  const polling = repeat({
    work: () => refresh().then(() => POLL_MS),
    failure: 'releases not read',
    log,
  })
  return { active: () => active, refresh, close: () => polling.stop() }
}

async function readActive(folder: string, current: ReleaseRecord | undefined): Promise<ReleaseRecord | undefined> {
  const content = await readIfExists(path.join(folder, 'live.json'))
  if (content === null) return undefined
  const { release } = activeFile.parse(JSON.parse(content))
  if (release === current?.release) return current
  const text = await readFile(path.join(folder, 'records', `${release}.json`), 'utf8')
  return releaseRecord.parse(JSON.parse(text))
}

async function readIfExists(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}

function toActiveReleases(records: Map<string, ReleaseRecord>, development: boolean): ActiveReleases | undefined {
  const remotes = new Map(records)
  const shell = remotes.get(SHELL)
  remotes.delete(SHELL)
  return shell && { shell, remotes, pages: toPages(remotes.values(), shell.frame ?? {}, development) }
}

/** Which release of each name is live, read while running: the next page has a new release within a second. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setInterval } from 'node:timers'
import { type ReleaseRecord, releaseRecord } from '@fernweh/contracts/release'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { z } from 'zod'
import { type Page, toPages } from '../pages/page-routes.ts'

const POLL_MS = 400
const liveFile = z.object({ release: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/) })

/** One moment's set of releases; a page is composed from one of these. */
export interface ActiveReleases {
  shell: ReleaseRecord
  remotes: Map<string, ReleaseRecord>
  pages: Page[]
}

export interface Releases {
  /** Undefined until the shell has a release. */
  active(): ActiveReleases | undefined
  /** Looks now instead of at the next poll. */
  refresh(): Promise<void>
  close(): void
}

export async function watchReleases(
  folder: string,
  teams: string[],
  log: Logger,
  { development = false } = {},
): Promise<Releases> {
  const records = new Map<string, ReleaseRecord>()
  const problems = new Map<string, string>()
  let live: ActiveReleases | undefined

  /** A broken record changes nothing: what was live stays so. */
  async function look(name: string): Promise<boolean> {
    try {
      const record = await readLive(path.join(folder, name), records.get(name))
      problems.delete(name)
      if (record === records.get(name)) return false
      records.set(name, record)
      log.info({ name, release: record.release }, 'release is live')
      return true
    } catch (error) {
      const problem = String(error)
      if (problems.get(name) !== problem) log.error({ name, err: error }, 'release not usable')
      problems.set(name, problem)
      return false
    }
  }

  async function refresh() {
    const changes = await Promise.all(['shell', ...teams].map(look))
    if (changes.includes(true)) live = toLive(records, development)
  }

  await refresh()
  const polling = setInterval(() => void refresh(), POLL_MS)
  return { active: () => live, refresh, close: () => clearInterval(polling) }
}

async function readLive(folder: string, current: ReleaseRecord | undefined): Promise<ReleaseRecord> {
  const { release } = liveFile.parse(JSON.parse(await readFile(path.join(folder, 'live.json'), 'utf8')))
  if (release === current?.release) return current
  const text = await readFile(path.join(folder, 'records', `${release}.json`), 'utf8')
  return releaseRecord.parse(JSON.parse(text))
}

function toLive(records: Map<string, ReleaseRecord>, development: boolean): ActiveReleases | undefined {
  const remotes = new Map(records)
  const shell = remotes.get('shell')
  remotes.delete('shell')
  return shell && { shell, remotes, pages: toPages(remotes.values(), shell.frame ?? {}, development) }
}

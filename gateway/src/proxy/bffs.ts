/** The bffs by team, read from a file while running: `{ "search": ["http://127.0.0.1:5001"], … }`. */
import { readFile } from 'node:fs/promises'
import { createUpstream, type Upstream } from '@fernweh/kit/server/http/upstream'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { repeat } from '@fernweh/kit/server/process/repeat'
import { urlsByName } from '../config.ts'

const POLL_MS = 400

export interface Bffs {
  get(team: string): Upstream | undefined
}

export interface WatchedBffs extends Bffs {
  refresh(): Promise<void>
}

/** A file that is missing or broken changes nothing: the bffs before stay. */
export async function watchBffs(file: string, context: ProcessContext): Promise<WatchedBffs> {
  const { log } = context
  const bffs = new Map<string, { urls: string[]; upstream: Upstream }>()
  let content: string | undefined
  let problem: string | undefined

  function apply(urlsByTeam: Record<string, string[]>) {
    for (const [team, { urls, upstream }] of bffs) {
      if (urlsByTeam[team]?.join() === urls.join()) continue
      bffs.delete(team)
      log.info({ team, urls }, 'bff removed from the file, no longer asked')
      // Answers under way are awaited.
      void upstream.close().catch((error) => log.warn({ team, err: error }, 'connections to a removed bff not closed'))
    }
    for (const [team, urls] of Object.entries(urlsByTeam)) {
      if (bffs.has(team)) continue
      bffs.set(team, { urls, upstream: createUpstream({ name: `bff-${team}`, urls, context }) })
      log.info({ team, urls }, 'bff found')
    }
  }

  async function refresh() {
    try {
      const latest = await readFile(file, 'utf8')
      if (latest === content) return
      content = latest
      apply(urlsByName.parse(latest))
      problem = undefined
    } catch (error) {
      if (String(error) !== problem) log.error({ file, err: error }, 'BFFS_FILE unreadable, the bffs before stay')
      problem = String(error)
    }
  }

  await refresh()
  const polling = repeat({ work: () => refresh().then(() => POLL_MS), failure: 'bffs not read', log })
  context.onStop('bffs', () => polling.stop())
  return { get: (team) => bffs.get(team)?.upstream, refresh }
}

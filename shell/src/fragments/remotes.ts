/** Loads fragments from their teams' releases: with integrity, a timeout, and retries under another URL. */
import type { Mount } from '@fernweh/kit/browser/host/host'
import { type Backoff, waitBeforeRetry } from '@fernweh/kit/retry/backoff'
import { loadRemote, registerPlugins, registerRemotes } from '@module-federation/enhanced/runtime'
import { record } from '../page-record.ts'

const TIMEOUT_MS = 8000
const MAX_ATTEMPTS = 6
export const RETRY: Backoff = { firstMs: 1_200, maxMs: 30_000 }

/** Federation loads a remote's entry, so its integrity is set here; webpack's runtime does so for everything else. */
registerPlugins([
  {
    name: 'entry-integrity',
    createScript({ url }) {
      const { pathname } = new URL(url, location.href)
      const integrity = record.files[pathname]
      if (!integrity) throw new Error(`No integrity known for ${url}`)
      const script = document.createElement('script')
      script.async = true
      script.integrity = integrity
      script.crossOrigin = 'anonymous'
      script.src = url
      return { script, timeout: TIMEOUT_MS }
    },
  },
])

function register(team: string, force: boolean) {
  const remote = record.remotes[team]
  if (!remote) throw new Error(`No release of ${team} on this page`)
  const retries = record.again[team]
  const entry = retries ? `${remote.entry}?again=${retries}` : remote.entry
  registerRemotes([{ name: team, entry, type: 'global', entryGlobalName: `fw_${team}`, shareScope: 'default' }], {
    force,
  })
}

for (const team of Object.keys(record.remotes)) register(team, false)

async function loadOnce(fragment: string): Promise<Mount> {
  const exposed = await loadRemote<{ mount: Mount }>(fragment)
  if (!exposed?.mount) throw new Error(`${fragment} has no mount`)
  return exposed.mount
}

/** Federation caches a failed load, so a retry registers the remote again. */
export async function loadFragment(fragment: string): Promise<Mount> {
  const [team = ''] = fragment.split('/')
  for (let attempt = 1; ; attempt++) {
    try {
      return await loadOnce(fragment)
    } catch (error) {
      if (attempt === MAX_ATTEMPTS) throw error
      console.warn(`${fragment} failed to load, retrying`, error)
      await waitBeforeRetry(attempt, RETRY)
      record.again[team] = (record.again[team] ?? 0) + 1
      register(team, true)
    }
  }
}

/** Loading of fragments from their teams' releases: pinned, with a time limit, and retried under another URL. */
import type { Mount } from '@fernweh/kit/browser/host'
import { loadRemote, registerPlugins, registerRemotes } from '@module-federation/enhanced/runtime'
import { backOff } from './back-off.ts'
import { record } from './record.ts'

const timeLimitMs = 8000
const attempts = 6

/** Federation loads a remote's entry itself; everything behind it is loaded, and pinned, by webpack's runtime. */
registerPlugins([
  {
    name: 'pinned-entries',
    createScript({ url }) {
      const { pathname } = new URL(url, location.href)
      const integrity = record.files[pathname]
      if (!integrity) throw new Error(`No integrity known for ${url}`)
      const script = document.createElement('script')
      script.async = true
      script.integrity = integrity
      script.crossOrigin = 'anonymous'
      script.src = url
      return { script, timeout: timeLimitMs }
    },
  },
])

function register(team: string, force: boolean) {
  const remote = record.remotes[team]
  if (!remote) throw new Error(`No release of ${team} on this page`)
  const again = record.again[team]
  const entry = again ? `${remote.entry}?again=${again}` : remote.entry
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

/** A failed load is remembered as failed by federation, so a retry registers the remote anew. */
export async function loadFragment(fragment: string): Promise<Mount> {
  const [team = ''] = fragment.split('/')
  for (let attempt = 1; ; attempt++) {
    try {
      return await loadOnce(fragment)
    } catch (error) {
      if (attempt === attempts) throw error
      console.warn(`${fragment} is asked for again`, error)
      await backOff(attempt)
      record.again[team] = (record.again[team] ?? 0) + 1
      register(team, true)
    }
  }
}

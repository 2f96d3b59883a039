import { createHosts } from '@fernweh/kit/browser/create-host'
import type { FragmentState } from '@fernweh/kit/browser/host'
import { bus } from './bus.ts'
import { loadFragment } from './remotes.ts'

const toHost = createHosts(bus)

/** Mounts a fragment over its server's HTML, or into an empty root. Whatever fails costs this slot alone. */
export async function mount(fragment: string, root: HTMLElement, state: FragmentState): Promise<void> {
  const [team = ''] = fragment.split('/')
  try {
    const mountRoot = await loadFragment(fragment)
    mountRoot(root, toHost(team, state), state)
  } catch (error) {
    console.error(`${fragment} stays as it is`, error)
  }
}

export async function hydrate(section: HTMLElement): Promise<void> {
  const root = section.querySelector<HTMLElement>(':scope > [data-root]')
  const state = section.querySelector(':scope > script[type="application/json"]')?.textContent
  if (root && state) await mount(section.dataset.fragment ?? '', root, JSON.parse(state))
}

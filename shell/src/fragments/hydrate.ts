import { createHosts } from '@fernweh/kit/browser/host/create-host'
import type { FragmentState } from '@fernweh/kit/browser/host/host'
import { bus } from '../bus.ts'
import { loadFragment } from './remotes.ts'

const toHost = createHosts(bus)

/** Hydrates a fragment's server HTML, or renders into an empty root. A failure affects this slot only. */
export async function mount(fragment: string, root: HTMLElement, state: FragmentState): Promise<void> {
  const [team = ''] = fragment.split('/')
  try {
    const mountRoot = await loadFragment(fragment)
    mountRoot(root, toHost(team, state), state)
  } catch (error) {
    console.error(`${fragment} could not be loaded, its server HTML stays`, error)
  }
}

export async function hydrate(section: HTMLElement): Promise<void> {
  const root = section.querySelector<HTMLElement>(':scope > [data-root]')
  const state = section.querySelector(':scope > script[type="application/json"]')?.textContent
  if (root && state) await mount(section.dataset.fragment ?? '', root, JSON.parse(state))
}

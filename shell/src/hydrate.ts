import { createHosts } from '@fernweh/kit/browser/create-host'
import type { PartState } from '@fernweh/kit/browser/host'
import { bus } from './bus.ts'
import { loadPart } from './remotes.ts'

const toHost = createHosts(bus)

/** Mounts a part over its server's HTML, or into an empty root. Whatever fails costs this slot alone. */
export async function mount(part: string, root: HTMLElement, state: PartState): Promise<void> {
  const [team = ''] = part.split('/')
  try {
    const mountRoot = await loadPart(part)
    mountRoot(root, toHost(team, state), state)
  } catch (error) {
    console.error(`${part} stays as it is`, error)
  }
}

export async function hydrate(section: HTMLElement): Promise<void> {
  const root = section.querySelector<HTMLElement>(':scope > [data-root]')
  const state = section.querySelector(':scope > script[type="application/json"]')?.textContent
  if (root && state) await mount(section.dataset.part ?? '', root, JSON.parse(state))
}

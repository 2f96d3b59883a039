/** Fragments that did not make it into the page: fetched as data and rendered here, until they come. */
import type { FragmentState } from '@fernweh/kit/browser/host'
import { backOff } from './back-off.ts'
import { mount } from './hydrate.ts'
import { record } from './record.ts'

export async function fetchLateFragments(layout: HTMLElement): Promise<void> {
  const late = Object.entries(record.fragments).filter(([slot]) => !layout.querySelector(`:scope > [slot="${slot}"]`))
  await Promise.all(late.map(([slot, fragment]) => fetchLateFragment(layout, slot, fragment)))
}

async function fetchLateFragment(layout: HTMLElement, slot: string, fragment: string) {
  for (let attempt = 1; ; attempt++) {
    const state = await fetchState(fragment)
    if (state === 'none') return markMissing(layout, slot, true)
    if (state !== 'later') {
      markMissing(layout, slot, false)
      return mount(fragment, append(layout, slot, fragment), state)
    }
    markMissing(layout, slot, true)
    await backOff(attempt)
  }
}

async function fetchState(fragment: string): Promise<FragmentState | 'later' | 'none'> {
  const [team = ''] = fragment.split('/')
  const query = new URLSearchParams({
    url: record.url,
    params: JSON.stringify(record.params),
    release: record.remotes[team]?.release ?? '',
  })
  try {
    const response = await fetch(`/fragment/${fragment}?${query}`, {
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(8000),
    })
    if (response.status === 404) return 'none'
    return response.ok ? (await response.json()).state : 'later'
  } catch {
    return 'later'
  }
}

/** The layout's fallback says that it is missing instead of that it is coming. */
function markMissing(layout: HTMLElement, slot: string, missing: boolean) {
  const slots = new Set(layout.dataset.missing?.split(' '))
  if (missing) slots.add(slot)
  else slots.delete(slot)
  layout.dataset.missing = [...slots].join(' ')
}

function append(layout: HTMLElement, slot: string, fragment: string): HTMLElement {
  const section = document.createElement('section')
  const root = document.createElement('div')
  section.slot = slot
  section.dataset.fragment = fragment
  root.dataset.root = ''
  section.append(root)
  layout.append(section)
  return root
}

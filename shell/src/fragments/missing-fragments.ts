/** Fetches fragments that the gateway could not include in the page as data, with retries, and renders them here. */
import type { FragmentState } from '@fernweh/kit/browser/host/host'
import { waitBeforeRetry } from '@fernweh/kit/retry/backoff'
import { record } from '../page-record.ts'
import { mount } from './hydrate.ts'
import { RETRY } from './remotes.ts'

export async function fetchMissingFragments(layout: HTMLElement): Promise<void> {
  const missing = Object.entries(record.fragments).filter(
    ([slot]) => !layout.querySelector(`:scope > [slot="${slot}"]`),
  )
  await Promise.all(missing.map(([slot, fragment]) => fetchMissingFragment(layout, slot, fragment)))
}

async function fetchMissingFragment(layout: HTMLElement, slot: string, fragment: string) {
  for (let attempt = 1; ; attempt++) {
    const state = await fetchState(fragment)
    if (state === 'not-found') return markMissing(layout, slot, true)
    if (state !== 'unavailable') {
      markMissing(layout, slot, false)
      return mount(fragment, append(layout, slot, fragment), state)
    }
    markMissing(layout, slot, true)
    await waitBeforeRetry(attempt, RETRY)
  }
}

async function fetchState(fragment: string): Promise<FragmentState | 'unavailable' | 'not-found'> {
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
    if (response.status === 404) return 'not-found'
    return response.ok ? (await response.json()).state : 'unavailable'
  } catch {
    return 'unavailable'
  }
}

/** Switches the slot's fallback between its loading and its error state. */
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

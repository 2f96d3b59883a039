/** Parts that did not make it into the page: fetched as data and rendered here, until they come. */
import type { PartState } from '@fernweh/kit/browser/host'
import { backOff } from './back-off.ts'
import { mount } from './hydrate.ts'
import { record } from './record.ts'

export async function fetchLateParts(layout: HTMLElement): Promise<void> {
  const late = Object.entries(record.parts).filter(([slot]) => !layout.querySelector(`:scope > [slot="${slot}"]`))
  await Promise.all(late.map(([slot, part]) => fetchLatePart(layout, slot, part)))
}

async function fetchLatePart(layout: HTMLElement, slot: string, part: string) {
  for (let attempt = 1; ; attempt++) {
    const state = await fetchState(part)
    if (state === 'none') return markMissing(layout, slot, true)
    if (state !== 'later') {
      markMissing(layout, slot, false)
      return mount(part, append(layout, slot, part), state)
    }
    markMissing(layout, slot, true)
    await backOff(attempt)
  }
}

async function fetchState(part: string): Promise<PartState | 'later' | 'none'> {
  const [team = ''] = part.split('/')
  const query = new URLSearchParams({
    url: record.url,
    params: JSON.stringify(record.params),
    release: record.remotes[team]?.release ?? '',
  })
  try {
    const response = await fetch(`/part/${part}?${query}`, {
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

function append(layout: HTMLElement, slot: string, part: string): HTMLElement {
  const section = document.createElement('section')
  const root = document.createElement('div')
  section.slot = slot
  section.dataset.part = part
  root.dataset.root = ''
  section.append(root)
  layout.append(section)
  return root
}

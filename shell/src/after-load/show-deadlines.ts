/**
 * Shows on every page how much time is left until the next deadline, e.g. of held seats: beside the link to bookings and in the
 * tab's title. Most pages do not know of it, so it is kept in the browser until it is over.
 */
import { toMinutes } from '@fernweh/contracts/browser/countdown-format'
import { bus } from '../bus.ts'

export const KEY = 'fernweh-deadlines'
const URGENT_MS = 60_000
const TIME_IN_TITLE = /^[\d:]+ · /

interface Kept {
  personId: string
  /** By id, in milliseconds since the epoch. */
  deadlines: Record<string, number>
}

export function showDeadlines(): void {
  const personId = readPersonId()
  const badge = document.querySelector('[data-layout]')?.shadowRoot?.querySelector<HTMLElement>('[data-deadline]')
  if (!badge || personId === null) {
    localStorage.removeItem(KEY)
    return
  }
  let timer: ReturnType<typeof setInterval> | undefined
  const tick = () => {
    const left = Math.min(...Object.values(readKept(personId).deadlines)) - Date.now()
    show(badge, left)
    if (Number.isFinite(left) && left > 0) timer ??= setInterval(tick, 1000)
    else {
      clearInterval(timer)
      timer = undefined
    }
  }
  bus.on(
    'page:deadlines-changed',
    ({ deadlines }) => {
      keep(personId, deadlines)
      tick()
    },
    { replay: true },
  )
  // Another tab holds or releases.
  addEventListener('storage', tick)
  tick()
}

function show(badge: HTMLElement, left: number) {
  const title = document.title.replace(TIME_IN_TITLE, '')
  const isShown = left > 0 && Number.isFinite(left)
  const time = isShown ? toMinutes(Math.ceil(left / 1000)) : ''
  badge.hidden = !isShown
  badge.textContent = time
  badge.classList.toggle('urgent', left < URGENT_MS)
  if (isShown || title !== document.title) document.title = isShown ? `${time} · ${title}` : title
}

function keep(personId: string, changes: Record<string, number | null>) {
  const known: [string, number | null][] = Object.entries({ ...readKept(personId).deadlines, ...changes })
  const deadlines = Object.fromEntries(known.filter(([, until]) => until !== null && until > Date.now()))
  if (Object.keys(deadlines).length === 0) localStorage.removeItem(KEY)
  else localStorage.setItem(KEY, JSON.stringify({ personId, deadlines }))
}

/** Deadlines of somebody else on this browser are dropped. */
function readKept(personId: string): Kept {
  const kept = parse(localStorage.getItem(KEY))
  return kept?.personId === personId ? kept : { personId, deadlines: {} }
}

function parse(text: string | null): Kept | null {
  try {
    return text === null ? null : JSON.parse(text)
  } catch {
    return null
  }
}

/** The person that the menu was rendered for; null for a visitor who is not signed in. */
function readPersonId(): string | null {
  const state = document.querySelector('[data-layout] > [slot="menu"] > script[type="application/json"]')?.textContent
  return state ? (JSON.parse(state).user?.id ?? null) : null
}

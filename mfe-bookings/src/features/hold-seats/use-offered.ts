import type { listSessions } from '@fernweh/contracts/api/bookings'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { Host } from '@fernweh/kit/browser/host'
import { useRef, useState } from 'react'

/** What is to be chosen from, and the way to other days: in place where it can be, else by the link itself. */
export function useOffered(host: Host, { page, experienceId, sessions, days, from }: SessionsData) {
  const [offered, setOffered] = useState({ sessions, days, from })
  const [isBusy, setBusy] = useState(false)
  const lastAsked = useRef<string>(null)

  async function show(day: string | null): Promise<void> {
    const href = toDayHref(page, day)
    lastAsked.current = href
    setBusy(true)
    try {
      const query = { experience: experienceId, ...(day !== null && { from: day }) }
      const answer = await host.api<typeof listSessions>('GET /sessions', { query })
      if (lastAsked.current !== href || 'refused' in answer) return
      setOffered({ ...answer, from: day })
      setBusy(false)
      history.replaceState(history.state, '', href)
    } catch {
      location.assign(href)
    }
  }

  return { ...offered, isBusy, show }
}

/** The page with the sessions from that day on; null is the soonest. */
export function toDayHref(page: string, day: string | null): string {
  const url = new URL(page, 'http://page')
  if (day === null) url.searchParams.delete('from')
  else url.searchParams.set('from', day)
  return `${url.pathname}${url.search}`
}

/** The first day after those that are shown. */
export function toNextDay({ sessions, days, from }: Pick<SessionsData, 'sessions' | 'days' | 'from'>): string | null {
  let shown = 0
  for (const { day, sessions: count } of days) {
    if (day < (from ?? '')) continue
    if (shown >= sessions.length) return day
    shown += count
  }
  return null
}

import type { listSessions } from '@fernweh/contracts/api/bookings'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { useRef, useState } from 'react'
import type { TeamHost } from '../../host.ts'

/** The sessions to choose from; `show` lists those from another day on in place, or loads the page when that fails. */
export function useSessionList(host: TeamHost, { page, experienceId, sessions, days, from }: SessionsData) {
  const [list, setList] = useState({ sessions, days, from })
  const [isBusy, setBusy] = useState(false)
  const lastRequested = useRef<string>(null)

  async function show(day: string | null): Promise<void> {
    const href = toDayHref(page, day)
    lastRequested.current = href
    setBusy(true)
    try {
      const query = { experience: experienceId, ...(day !== null && { from: day }) }
      const answer = await host.api<typeof listSessions>('GET /sessions', { query })
      if (lastRequested.current !== href || 'refused' in answer) return
      setList({ ...answer, from: day })
      setBusy(false)
      history.replaceState(history.state, '', href)
    } catch {
      location.assign(href)
    }
  }

  return { ...list, isBusy, show }
}

/** URL of the page with the sessions from `day` on; null means the soonest. */
export function toDayHref(page: string, day: string | null): string {
  const url = new URL(page, 'http://page')
  if (day === null) url.searchParams.delete('from')
  else url.searchParams.set('from', day)
  return `${url.pathname}${url.search}`
}

/** The first day after the listed ones. */
export function toNextDay({ sessions, days, from }: Pick<SessionsData, 'sessions' | 'days' | 'from'>): string | null {
  let shown = 0
  for (const { day, sessions: count } of days) {
    if (day < (from ?? '')) continue
    if (shown >= sessions.length) return day
    shown += count
  }
  return null
}

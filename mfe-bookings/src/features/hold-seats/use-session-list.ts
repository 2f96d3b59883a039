import type { listSessions } from '@fernweh/contracts/api/bookings'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { changeAddress, currentPage } from '@fernweh/kit/browser/host/page-address'
import { useRef, useState } from 'react'
import type { TeamHost } from '../../host.ts'

/** The sessions to choose from; `show` lists those from another day on in place, or loads the page when that fails. */
export function useSessionList(host: TeamHost, { experienceId, sessions, days, from }: SessionsData) {
  const [list, setList] = useState({ sessions, days, from })
  const [isBusy, setBusy] = useState(false)
  const lastRequested = useRef<string>(null)

  async function show(day: string | null): Promise<void> {
    const href = toDayHref(currentPage(), day)
    lastRequested.current = href
    setBusy(true)
    try {
      const query = { experience: experienceId, ...(day !== null && { from: day }) }
      const answer = await host.api<typeof listSessions>('GET /sessions', { query })
      if (lastRequested.current !== href || 'refused' in answer) return
      setList({ ...answer, from: day })
      setBusy(false)
      changeAddress(host, href)
    } catch {
      location.assign(href)
    }
  }

  return { ...list, isBusy, show }
}

/** URL of the page with the sessions from `day` on; null means the soonest. The session chosen before is not among them. */
export const toDayHref = (page: string, day: string | null) => withQuery(page, { from: day, session: null })

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

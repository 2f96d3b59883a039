import type { listSessions } from '@fernweh/contracts/api/bookings'
import type { AnswerOf } from '@fernweh/contracts/api/operation'

type Offered = AnswerOf<typeof listSessions>

/** A choice that can be looked over: nobody reads a hundred times. */
const ENOUGH = 6

/** The sessions of some whole days, from the one on that was asked for. */
export function someDays({ sessions, days, city }: Offered, from = ''): Offered {
  let shown = 0
  for (const { day, sessions } of days) {
    if (shown >= ENOUGH) break
    if (day >= from) shown += sessions
  }
  return { sessions: sessions.slice(0, shown), days, city }
}

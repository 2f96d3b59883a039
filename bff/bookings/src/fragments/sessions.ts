import { listSessions } from '@fernweh/contracts/api/bookings'
import { readSessionChoice } from '@fernweh/contracts/browser/session-choice'
import { id } from '@fernweh/contracts/envelope'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import { z } from 'zod'
import type { BookingsDeps } from '../deps.ts'
import { dayToShow, limitDays } from '../limit-days.ts'
import { fetchMyBookings } from './my-bookings.ts'

const day = z.iso.date()

/** `?from=2030-06-01` shows the sessions from that day on; without it `?session=…` shows those from its day on. */
export async function querySessions(
  { url, params, identity }: FragmentRequest,
  deps: BookingsDeps,
): Promise<FragmentResponse> {
  const parsed = id.safeParse(params.id)
  if (!parsed.success) throw notFound()
  const experienceId = parsed.data
  const requested = day.safeParse(url.searchParams.get('from')).data
  const { seats, sessionId } = readSessionChoice(url.searchParams)
  const [offered, mine] = await Promise.all([
    callOperation(deps.bookings, listSessions, { query: { experience: experienceId, from: requested } }),
    fetchMyBookings(deps, identity),
  ])
  const from = requested ?? dayToShow(offered, sessionId)
  const listed = limitDays(offered, from)
  const isListed = listed.sessions.some(({ data }) => data.sessionId === sessionId)
  const data: SessionsData = {
    page: toPagePath(url),
    experienceId,
    from: from ?? null,
    choice: { seats, sessionId: isListed ? sessionId : null },
    ...listed,
    mine,
  }
  return { title: { key: 'sessions.heading' }, data }
}

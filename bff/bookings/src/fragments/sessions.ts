import { listSessions } from '@fernweh/contracts/api/bookings'
import { id } from '@fernweh/contracts/envelope'
import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import { notFound } from '@fernweh/kit/server/http/problem'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import { z } from 'zod'
import type { BookingsDeps } from '../deps.ts'
import { limitDays } from '../limit-days.ts'
import { fetchMyBookings } from './my-bookings.ts'

const day = z.iso.date()

/** `?from=2030-06-01` shows the sessions from that day on. */
export async function querySessions(
  { url, params, identity }: FragmentRequest,
  deps: BookingsDeps,
): Promise<FragmentResponse> {
  const parsed = id.safeParse(params.id)
  if (!parsed.success) throw notFound()
  const experienceId = parsed.data
  const from = day.safeParse(url.searchParams.get('from')).data
  const [offered, mine] = await Promise.all([
    callOperation(deps.bookings, listSessions, { query: { experience: experienceId, from } }),
    fetchMyBookings(deps, identity),
  ])
  const data: SessionsData = {
    page: toPagePath(url),
    experienceId,
    from: from ?? null,
    ...limitDays(offered, from),
    mine,
  }
  return { title: { key: 'sessions.heading' }, data }
}

import { earlierBookings, myBookings } from '@fernweh/contracts/api/bookings'
import { listVisitsToReview } from '@fernweh/contracts/api/reviews'
import { id } from '@fernweh/contracts/envelope'
import type { MyBookingsData } from '@fernweh/contracts/fragments/bookings'
import { type FragmentRequest, type FragmentResponse, toPagePath } from '@fernweh/kit/server/fragments/fragments'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { callOperation } from '@fernweh/kit/server/http/upstream'
import type { BookingsDeps } from '../deps.ts'

export async function queryMyBookings(
  { url, identity }: FragmentRequest,
  deps: BookingsDeps,
): Promise<FragmentResponse> {
  const before = id.safeParse(url.searchParams.get('before')).data
  const [mine, earlier, toReview] = await Promise.all([
    fetchMyBookings(deps, identity),
    before && identity ? callOperation(deps.bookings, earlierBookings, { identity, query: { before } }) : null,
    fetchToReview(deps, identity),
  ])
  const data: MyBookingsData = { page: toPagePath(url), mine, earlier, toReview }
  return { title: { key: 'my-bookings.page-title' }, data }
}

/** Null for an anonymous visitor. */
export async function fetchMyBookings({ bookings }: BookingsDeps, identity: Caller | null) {
  return identity && (await callOperation(bookings, myBookings, { identity })).bookings
}

/** Empty for an anonymous visitor, and while reviews does not answer. */
async function fetchToReview({ reviews, log }: BookingsDeps, identity: Caller | null): Promise<string[]> {
  if (!identity) return []
  const answer = await callOperation(reviews, listVisitsToReview, { identity }).catch((error) => {
    log.warn({ err: error }, 'reviews unreachable, bookings shown without links to review them')
    return { visits: [] }
  })
  return answer.visits.map(({ bookingId }) => bookingId)
}

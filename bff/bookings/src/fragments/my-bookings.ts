import { earlierBookings, myBookings } from '@fernweh/contracts/api/bookings'
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
  const [mine, earlier] = await Promise.all([
    fetchMyBookings(deps, identity),
    before && identity ? callOperation(deps.bookings, earlierBookings, { identity, query: { before } }) : null,
  ])
  const data: MyBookingsData = { page: toPagePath(url), mine, earlier }
  return { title: { key: 'my-bookings.page-title' }, data }
}

/** Null for an anonymous visitor. */
export async function fetchMyBookings({ bookings }: BookingsDeps, identity: Caller | null) {
  return identity && (await callOperation(bookings, myBookings, { identity })).bookings
}

import {
  cancelBooking,
  earlierBookings,
  getBooking,
  getTicket,
  holdSeats,
  listSessions,
  myBookings,
  releaseHold,
} from '@fernweh/contracts/api/bookings'
import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Identity } from '@fernweh/contracts/identity'
import type { ServiceProcess } from '@fernweh/kit/testing/service-process'
import { until } from '@fernweh/kit/testing/until'
import type { World } from './world.ts'

export const traveller = (accountId: string): Identity => ({ sub: accountId, role: 'traveller', sid: 'sign-in' })
let keys = 0
export const newKey = () => `key-${(keys++).toString().padStart(8, '0')}`

export type Actions = ReturnType<typeof actions>

/** What a traveller does, at an instance of the API. */
export function actions(api: ServiceProcess) {
  const hold = (accountId: string, sessionId: string, seats: number, key = newKey()) =>
    api.call(holdSeats, { body: { sessionId, seats }, by: traveller(accountId), key })
  const booking = (accountId: string, bookingId: string) =>
    api.call(getBooking, { params: { bookingId }, by: traveller(accountId) })
  const statusOf = async (accountId: string, bookingId: string): Promise<Booking['status']> =>
    (await booking(accountId, bookingId)).body.booking.data.status

  return {
    hold,
    held: async (accountId: string, sessionId: string, seats = 2): Promise<Booking> =>
      (await hold(accountId, sessionId, seats)).body.booking,
    release: (accountId: string, bookingId: string, key = newKey()) =>
      api.call(releaseHold, { params: { bookingId }, by: traveller(accountId), key }),
    cancel: (accountId: string, bookingId: string, key = newKey()) =>
      api.call(cancelBooking, { params: { bookingId }, by: traveller(accountId), key }),
    booking,
    statusOf,
    /** Once it is; fails when it does not become so. */
    becomes: ({ travellerId, bookingId }: Booking, status: Booking['status']) =>
      until(
        () => statusOf(travellerId, bookingId),
        (now) => now === status,
      ),
    bookingsOf: async (accountId: string): Promise<Booking[]> =>
      (await api.call(myBookings, { by: traveller(accountId) })).body.bookings.data.bookings,
    pageOf: async (
      accountId: string,
      before?: string | null,
    ): Promise<{ bookings: Booking[]; earlier: string | null }> =>
      before
        ? (await api.call(earlierBookings, { query: { before }, by: traveller(accountId) })).body
        : (await api.call(myBookings, { by: traveller(accountId) })).body.bookings.data,
    ticket: (reference: string) => api.call(getTicket, { params: { reference } }),
    seatsLeft: async (sessionId: string): Promise<number> =>
      (await api.send('GET', `/feeds/session.${sessionId}`)).body.data.seatsLeft,
    sessionsOf: async (experience: string) => (await api.call(listSessions, { query: { experience } })).body.sessions,
    cityOf: async (experience: string) => (await api.call(listSessions, { query: { experience } })).body.city,
    failingChecks: async () => (await api.ops('audit')).body.checks.filter(({ ok }: { ok: boolean }) => !ok),
  }
}

/** Holds, pays and waits for the confirmation. */
export async function book(world: World, at: Actions, accountId: string, sessionId: string, seats = 2) {
  const hold = await at.held(accountId, sessionId, seats)
  await world.pay(hold)
  await at.becomes(hold, 'confirmed')
  return (await at.booking(accountId, hold.bookingId)).body.booking.data as Booking & { reference: string }
}

/** What a batch of events changes in views, timers and feeds: a few statements, whatever the size of the batch. */
import { bookingFeed } from '@fernweh/contracts/feeds/bookings'
import type { Statement } from '@fernweh/kit/server/database/database'
import type { CommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import type { AppendedStream, Decider } from '@fernweh/kit/server/event-log/decide-all'
import { setTimers } from '@fernweh/kit/server/event-log/timers'
import { bumpFeeds } from '@fernweh/kit/server/feeds/publisher'
import { type BookingState, getBooking } from '../domain/booking-map.ts'
import { createSessionDecider, type SessionAnswer, type SessionCommand, type Terms } from '../domain/decider.ts'
import { newHold, type Session, type SessionEvent, type SessionState } from '../domain/session.ts'
import { type BookingRow, insertHolds, toBookingRow, upsertBookings } from './bookings.ts'
import { holdTimers, visitTimers } from './session-timers.ts'
import { toSessionRow, upsertSessions } from './sessions.ts'

export type AppendedSession = AppendedStream<SessionState, SessionEvent>
export type SessionDecider = Decider<SessionCommand, SessionState, SessionEvent, SessionAnswer>
export type SessionBatcher = CommandBatcher<SessionCommand, SessionAnswer>

/** The rules of a session, with the views that are current with its events. */
export function createProjectedDecider(terms: Terms): SessionDecider {
  return { ...createSessionDecider(terms), project: (appended) => project(appended, terms) }
}

function project(appended: readonly AppendedSession[], { visitSeconds }: Terms): Statement[] {
  const timers = [...holdTimers(appended), ...visitTimers(appended, visitSeconds)]
  const [made, changed] = [appended.flatMap(madeHolds), appended.flatMap(changedBookings)]
  return [
    upsertSessions(appended.map(({ state }) => toSessionRow(state as Session))),
    ...(made.length > 0 ? [insertHolds(made)] : []),
    ...(changed.length > 0 ? [upsertBookings(changed)] : []),
    ...(timers.length > 0 ? [setTimers(timers)] : []),
    bumpFeeds(appended.flatMap(({ events }) => events.flatMap(feedsOf))),
  ]
}

/** The feeds an event changes. A booking has no followers before it exists, so its feed begins at version 0. */
export function feedsOf(event: SessionEvent): string[] {
  const { sessionId } = event.data
  if (event.type === 'fernweh.bookings.session-opened') return [`session.${sessionId}`]
  const { travellerId } = event.data
  const both = [`session.${sessionId}`, `traveller.${travellerId}`]
  return event.type === 'fernweh.bookings.seats-held' ? both : [...both, bookingFeed(travellerId, bookingOf(event))]
}

type BookingEvent = Exclude<SessionEvent, { type: 'fernweh.bookings.session-opened' }>
const bookingOf = ({ data }: BookingEvent) => ('holdId' in data ? data.holdId : data.bookingId)

function madeHolds({ state, events }: AppendedSession): BookingRow[] {
  return events.flatMap((event) => {
    if (event.type !== 'fernweh.bookings.seats-held') return []
    return [toBookingRow(state as Session, newHold(event.data))]
  })
}

/** Each booking once, as the whole batch leaves it. */
function changedBookings({ state, events }: AppendedSession): BookingRow[] {
  const session = state as Session
  const changed = events.flatMap((event) =>
    event.type === 'fernweh.bookings.session-opened' || event.type === 'fernweh.bookings.seats-held'
      ? []
      : [bookingOf(event)],
  )
  return [...new Set(changed)].map((id) => toBookingRow(session, getBooking(session.bookings, id) as BookingState))
}

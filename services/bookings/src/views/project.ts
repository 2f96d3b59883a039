/** What the events of a batch change in views, timers and feeds: few statements, whatever the size of the batch. */
import type { Appended } from '@fernweh/kit/server/clerk'
import type { Statement } from '@fernweh/kit/server/database'
import { bumpFeeds } from '@fernweh/kit/server/feeds'
import { setTimers } from '@fernweh/kit/server/timers'
import { getHold, type HoldState } from '../domain/hold-map.ts'
import type { Session, SessionEvent, SessionState } from '../domain/session.ts'
import { columns, type HoldRow, type SessionRow, toHoldRow, toSessionRow } from './rows.ts'
import { startedTimers } from './timer.ts'

export type AppendedSession = Appended<SessionState, SessionEvent>

export function project(appended: readonly AppendedSession[]): Statement[] {
  const timers = startedTimers(appended)
  const [made, ended] = [appended.flatMap(madeHolds), appended.flatMap(endedHolds)]
  return [
    upsertSessions(appended.map(({ state }) => toSessionRow(state as Session))),
    ...(made.length > 0 ? [insertHolds(made)] : []),
    ...(ended.length > 0 ? [endHolds(ended)] : []),
    ...(timers.length > 0 ? [setTimers(timers)] : []),
    bumpFeeds(appended.flatMap(({ events }) => events.flatMap(feedsOf))),
  ]
}

/** The feeds an event changes: its session's, and its traveller's if somebody acted. */
export function feedsOf({ data }: SessionEvent): string[] {
  return [`session.${data.sessionId}`, ...('travellerId' in data ? [`traveller.${data.travellerId}`] : [])]
}

function madeHolds({ state, events }: AppendedSession): HoldRow[] {
  return events.flatMap((event) =>
    event.type === 'fernweh.bookings.seats-held'
      ? [toHoldRow(state as Session, { ...event.data, status: 'held' })]
      : [],
  )
}

function endedHolds({ state, events }: AppendedSession): HoldRow[] {
  const { holds } = state as Session
  return events.flatMap(({ type, data }) =>
    type === 'fernweh.bookings.hold-released' || type === 'fernweh.bookings.hold-expired'
      ? [toHoldRow(state as Session, getHold(holds, data.holdId) as HoldState)]
      : [],
  )
}

function upsertSessions(rows: SessionRow[]): Statement {
  return {
    name: 'upsert-sessions',
    text: `insert into sessions (session_id, experience_id, starts_at, zone, capacity, amount, currency, held)
      select * from unnest($1::text[], $2::text[], $3::timestamptz[], $4::text[], $5::int[], $6::int[], $7::text[], $8::int[])
      on conflict (session_id) do update set held = excluded.held`,
    values: columns(rows, 'session_id', 'experience_id', 'starts_at', 'zone', 'capacity', 'amount', 'currency', 'held'),
  }
}

function insertHolds(rows: HoldRow[]): Statement {
  return {
    name: 'insert-holds',
    text: `insert into holds (hold_id, session_id, traveller_id, seats, amount, currency, expires_at, status)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::text[])`,
    values: columns(
      rows,
      'hold_id',
      'session_id',
      'traveller_id',
      'seats',
      'amount',
      'currency',
      'expires_at',
      'status',
    ),
  }
}

function endHolds(rows: HoldRow[]): Statement {
  return {
    name: 'end-holds',
    text: `update holds set status = ended.status from unnest($1::text[], $2::text[]) as ended (hold_id, status)
      where holds.hold_id = ended.hold_id`,
    values: columns(rows, 'hold_id', 'status'),
  }
}

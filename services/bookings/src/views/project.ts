/** What the events of a batch change in views, timers and feeds: few statements, whatever the size of the batch. */
import type { Appended } from '@fernweh/kit/server/clerk'
import type { Statement } from '@fernweh/kit/server/database'
import type { Meta } from '@fernweh/kit/server/event-log'
import { bumpFeeds } from '@fernweh/kit/server/feeds'
import { clearTimers, setTimers, type Timer } from '@fernweh/kit/server/timers'
import { getHold, type HoldState } from '../domain/hold-map.ts'
import type { Session, SessionEvent, SessionState } from '../domain/session.ts'
import { columns, type HoldRow, type SessionRow, toHoldRow, toSessionRow } from './rows.ts'
import { timerOf, toTimer } from './timer.ts'

export type AppendedSession = Appended<SessionState, SessionEvent>

export function project(appended: readonly AppendedSession[]): Statement[] {
  const holds = appended.flatMap(changedHolds)
  const timers = appended.flatMap(startedTimers)
  const ended = holds.filter(({ status }) => status !== 'held')
  return [
    upsertSessions(appended.map(({ state }) => toSessionRow(state as Session))),
    ...(holds.length > 0 ? [upsertHolds(holds)] : []),
    ...(timers.length > 0 ? [setTimers(timers)] : []),
    ...(ended.length > 0 ? [clearTimers(ended.map((hold) => timerOf(hold.hold_id)))] : []),
    bumpFeeds(appended.flatMap(({ events }) => events.flatMap(feedsOf))),
  ]
}

/** The feeds an event changes: its session's, and its traveller's if somebody acted. */
export function feedsOf({ data }: SessionEvent): string[] {
  return [`session.${data.sessionId}`, ...('travellerId' in data ? [`traveller.${data.travellerId}`] : [])]
}

function startedTimers({ events, metas }: AppendedSession): Timer[] {
  return events.flatMap((event, i) =>
    event.type === 'fernweh.bookings.seats-held' ? [toTimer(event.data, metas[i] as Meta)] : [],
  )
}

function changedHolds({ state, events }: AppendedSession): HoldRow[] {
  const session = state as Session
  const ids = new Set(events.flatMap(({ data }) => ('holdId' in data ? [data.holdId] : [])))
  return [...ids].map((holdId) => toHoldRow(session, getHold(session.holds, holdId) as HoldState))
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

function upsertHolds(rows: HoldRow[]): Statement {
  return {
    name: 'upsert-holds',
    text: `insert into holds (hold_id, session_id, traveller_id, seats, amount, currency, expires_at, status)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::timestamptz[], $8::text[])
      on conflict (hold_id) do update set status = excluded.status`,
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

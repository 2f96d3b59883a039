import { atOneMoment, type Check, pipeFlows, viewEqualsRebuild, wholeLog } from '@fernweh/kit/server/audit'
import type { Pool, Transaction } from '@fernweh/kit/server/database'
import { allHolds } from '../domain/hold-map.ts'
import { evolve, type Session, type SessionState } from '../domain/session.ts'
import { readSessionEvent } from '../session-clerk.ts'
import { type HoldRow, type SessionRow, toHoldRow, toSessionRow } from './rows.ts'

/** A timer whose process died is fired by another after ten seconds. */
const PATIENCE_SECONDS = 15

export async function auditBookings(pool: Pool): Promise<Check[]> {
  const checks = await atOneMoment(pool, async (tx) => [...(await seatChecks(tx)), ...(await rebuildChecks(tx))])
  return [...checks, ...(await pipeFlows(pool))]
}

async function seatChecks(tx: Transaction): Promise<Check[]> {
  const { rows } = await tx.query<{ sessions: number; oversold: number; unequal: number; overdue: number }>(
    `with seats as (select session_id, sum(seats) as held from holds where status = 'held' group by session_id)
    select count(*) as sessions,
      count(*) filter (where sessions.held + confirmed > capacity) as oversold,
      count(*) filter (where sessions.held <> coalesce(seats.held, 0)) as unequal,
      (select count(*) from holds where status = 'held'
        and expires_at < clock_timestamp() - make_interval(secs => $1)) as overdue
    from sessions left join seats using (session_id)`,
    [PATIENCE_SECONDS],
  )
  const { sessions = 0, oversold = 0, unequal = 0, overdue = 0 } = rows[0] ?? {}
  return [
    { name: 'no session is oversold', ok: oversold === 0, detail: `${oversold} of ${sessions} sessions` },
    {
      name: 'seats held are the seats of the holds',
      ok: unequal === 0,
      detail: `${unequal} of ${sessions} sessions differ`,
    },
    { name: `every hold ends within ${PATIENCE_SECONDS} s`, ok: overdue === 0, detail: `${overdue} overdue` },
  ]
}

async function rebuildChecks(tx: Transaction): Promise<Check[]> {
  const rebuilt = await foldLog(tx)
  const [sessions, holds] = [await readSessionRows(tx), await readHoldRows(tx)]
  return [
    viewEqualsRebuild('sessions', sessions, rebuilt.map(toSessionRow)),
    viewEqualsRebuild(
      'holds',
      holds,
      rebuilt.flatMap((session) => allHolds(session.holds).map((hold) => toHoldRow(session, hold))),
    ),
  ]
}

async function foldLog(tx: Transaction): Promise<Session[]> {
  const states = new Map<string, SessionState>()
  for await (const envelope of wholeLog(tx)) {
    states.set(envelope.subject, evolve(states.get(envelope.subject) ?? null, readSessionEvent(envelope)))
  }
  return [...states.values()].flatMap((session) => session ?? [])
}

async function readSessionRows(tx: Transaction): Promise<SessionRow[]> {
  const { rows } = await tx.query<Omit<SessionRow, 'starts_at'> & { starts_at: Date }>(
    'select session_id, experience_id, starts_at, zone, capacity, amount, currency, held from sessions',
  )
  return rows.map((row) => ({ ...row, starts_at: row.starts_at.toISOString() }))
}

async function readHoldRows(tx: Transaction): Promise<HoldRow[]> {
  const { rows } = await tx.query<Omit<HoldRow, 'expires_at'> & { expires_at: Date }>(
    'select hold_id, session_id, traveller_id, seats, amount, currency, expires_at, status from holds',
  )
  return rows.map((row) => ({ ...row, expires_at: row.expires_at.toISOString() }))
}

/** The two competing implementations: the command batcher of bookings, and one hand-written statement that writes the same rows. */
import { randomUUID } from 'node:crypto'
import { createProjectedDecider } from '@fernweh/bookings/src/views/project.ts'
import { isRefused } from '@fernweh/contracts/api/operation'
import type { Pool } from '@fernweh/kit/server/database/database'
import { createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'

export interface Contender {
  /** Holds one seat for a new traveller; false when refused. */
  hold(sessionId: string): Promise<boolean>
}

const HOLD_SECONDS = 600
const META = { correlationId: 'bench' }

export function createBatcherContender(pool: Pool): Contender {
  const decider = createProjectedDecider({ holdSeconds: HOLD_SECONDS })
  const batcher = createCommandBatcher({ pool, decider, afterCommit() {} })
  return {
    async hold(sessionId) {
      const [holdId, travellerId, key] = newIds()
      const answer = await batcher.execute(
        { type: 'hold-seats', sessionId, holdId, travellerId, seats: 1 },
        { key, meta: META },
      )
      return !isRefused(answer)
    },
  }
}

const HOLD = `
  with taken as (
    update sessions set held = held + 1
    where session_id = $1 and held + confirmed + 1 <= capacity and starts_at > clock_timestamp() returning *
  ), head as (
    update heads set version = heads.version + 1 from taken where stream = 'session.' || session_id returning stream, version
  ), event as (
    insert into events (id, stream, version, type, schema_version, data, meta)
    select $2::uuid, stream, version, 'fernweh.bookings.seats-held', 1, $3::jsonb, $4::jsonb from head
  ), held as (
    insert into bookings (booking_id, session_id, traveller_id, seats, amount, currency, expires_at, status)
    select $5, session_id, $6, 1, amount, currency, $7, 'held' from taken
  ), timer as (
    insert into timers (name, due, data)
    select 'hold.' || $5, $7, $11::jsonb from taken
  ), feed as (
    insert into feeds (feed, version) select feed, 1 from taken, unnest(array['session.' || session_id, 'traveller.' || $6]) as feed
    on conflict (feed) do update set version = feeds.version + 1
  ), answer as (
    insert into idempotency (key, body_hash, answer) select $8, $9, $10::jsonb from taken
  )
  select session_id from taken`

/** One statement per hold, prepared once per connection, one connection per caller. */
export function createStatementContender(pool: Pool, { experienceId, startsAt, zone, price }: typeof terms): Contender {
  return {
    async hold(sessionId) {
      const [holdId, travellerId, key] = newIds()
      const expiresAt = new Date(Date.now() + HOLD_SECONDS * 1000).toISOString()
      const hold = { sessionId, travellerId, seats: 1, price, expiresAt }
      const event = JSON.stringify({ ...hold, holdId })
      const booking = { ...hold, bookingId: holdId, experienceId, startsAt, endsAt: startsAt, zone, status: 'held' }
      const answer = JSON.stringify({ booking: { ...booking, visited: false } })
      const timer = JSON.stringify({ holds: [{ sessionId, holdId, ...META }] })
      const ids = [sessionId, randomUUID(), event, JSON.stringify(META), holdId, travellerId]
      const values = [...ids, expiresAt, key, holdId, answer, timer]
      const { rowCount } = await pool.query({ name: 'hold', text: HOLD, values })
      return rowCount === 1
    },
  }
}

/** Common data of all sessions of the bench. */
export const terms = {
  experienceId: 'bench',
  startsAt: new Date(Date.now() + 30 * 86_400_000).toISOString(),
  zone: 'Europe/Lisbon',
  durationMinutes: 120,
  price: { amount: 4500, currency: 'EUR' as const },
}

function newIds(): [hold: string, traveller: string, key: string] {
  return [randomUUID(), randomUUID(), randomUUID()]
}

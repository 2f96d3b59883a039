import { createProjectedDecider } from '@fernweh/bookings/src/views/project.ts'
import { readMigrations, transaction } from '@fernweh/kit/server/database/database'
import { decideAll } from '@fernweh/kit/server/event-log/decide-all'
import { createTestDatabase, type TestDatabase } from '@fernweh/kit/testing/test-database'
import { terms } from './contenders.ts'

const MIGRATIONS = new URL('../../../services/bookings/migrations/', import.meta.url)

/** A database with the tables of bookings and open sessions, given as capacity by id. */
export async function openDatabase(sessions: ReadonlyMap<string, number>, connections: number): Promise<TestDatabase> {
  const database = await createTestDatabase(await readMigrations(MIGRATIONS), { connections })
  const requests = [...sessions].map(([sessionId, capacity]) => ({
    command: { type: 'open-session' as const, ...terms, sessionId, capacity },
    meta: { correlationId: 'bench' },
  }))
  await transaction(database.pool, (tx) => decideAll(tx, createProjectedDecider({ holdSeconds: 600 }), requests))
  return database
}

/** Throws unless all tables agree on the number of held seats, and no session exceeds its capacity. */
export async function verify({ pool }: TestDatabase, holds: number): Promise<void> {
  const { rows } = await pool.query<Record<string, number>>(`
    select (select count(*) from events where type = 'fernweh.bookings.seats-held') as events,
      (select coalesce(sum(seats), 0) from bookings where status = 'held') as holds,
      (select coalesce(sum(held), 0) from sessions) as seats,
      (select count(*) from idempotency where answer ? 'booking') as answers,
      (select coalesce(sum(jsonb_array_length(data->'holds')), 0) from timers) as timers,
      (select count(*) from feeds where feed like 'traveller.%') as feeds`)
  const wrong = await pool.query(`
    select stream from heads where version <> (select count(*) from events where events.stream = heads.stream)
    union all select session_id from sessions where held + confirmed > capacity`)
  const counts = Object.entries(rows[0] ?? {}).filter(([, count]) => Number(count) !== holds)
  if (counts.length > 0 || wrong.rows.length > 0) {
    throw new Error(
      `${holds} holds were answered, the rows show ${JSON.stringify(rows[0])}; wrong: ${JSON.stringify(wrong.rows)}`,
    )
  }
}

import type { Statement } from '@fernweh/kit/server/database/database'
import type { AppendedStream } from '@fernweh/kit/server/event-log/decide-all'
import type { CatalogEvent, Offer, Published, Scheduled } from '../domain/experience.ts'

/** Who owns what: as much as the rules need. */
export function project(appended: readonly AppendedStream<Offer, CatalogEvent>[]): Statement[] {
  const experiences = appended.flatMap(({ state }) => (state && 'experience' in state ? [state.experience] : []))
  const sessions = appended.flatMap(({ state }) => (state && 'session' in state ? [state.session] : []))
  return [
    ...(experiences.length > 0 ? [upsertExperiences(experiences)] : []),
    ...(sessions.length > 0 ? [insertSessions(sessions)] : []),
  ]
}

function upsertExperiences(rows: Published[]): Statement {
  return {
    name: 'upsert-experiences',
    text: `insert into experiences (experience_id, host_id, zone, duration_minutes)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::int[])
      on conflict (experience_id) do update set zone = excluded.zone, duration_minutes = excluded.duration_minutes`,
    values: [
      rows.map(({ experienceId }) => experienceId),
      rows.map(({ hostId }) => hostId),
      rows.map(({ zone }) => zone),
      rows.map(({ durationMinutes }) => durationMinutes),
    ],
  }
}

function insertSessions(rows: Scheduled[]): Statement {
  return {
    name: 'insert-sessions',
    text: 'insert into sessions (session_id, experience_id) select * from unnest($1::text[], $2::text[])',
    values: [rows.map(({ sessionId }) => sessionId), rows.map(({ experienceId }) => experienceId)],
  }
}

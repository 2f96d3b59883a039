/** Who owns which experience and session: as much as commands need to know. */
import type { Pool, Statement } from '@fernweh/kit/server/database/database'
import type { AppendedStream } from '@fernweh/kit/server/event-log/decide-all'
import type { CatalogEvent, CatalogState, PublishedExperience, ScheduledSession } from '../domain/experience.ts'

export function project(appended: readonly AppendedStream<CatalogState, CatalogEvent>[]): Statement[] {
  const experiences = appended.flatMap(({ state }) => (state && 'experience' in state ? [state.experience] : []))
  const sessions = appended.flatMap(({ state }) => (state && 'session' in state ? [state.session] : []))
  return [
    ...(experiences.length > 0 ? [upsertExperiences(experiences)] : []),
    ...(sessions.length > 0 ? [insertSessions(sessions)] : []),
  ]
}

function upsertExperiences(rows: PublishedExperience[]): Statement {
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

function insertSessions(rows: ScheduledSession[]): Statement {
  return {
    name: 'insert-sessions',
    text: 'insert into sessions (session_id, experience_id) select * from unnest($1::text[], $2::text[])',
    values: [rows.map(({ sessionId }) => sessionId), rows.map(({ experienceId }) => experienceId)],
  }
}

export interface ExperienceTerms {
  hostId: string
  zone: string
  durationMinutes: number
}

/** What a session takes over from its experience. */
export async function findExperience(pool: Pool, experienceId: string): Promise<ExperienceTerms | undefined> {
  const { rows } = await pool.query<ExperienceTerms>({
    name: 'find-offered',
    text: 'select host_id as "hostId", zone, duration_minutes as "durationMinutes" from experiences where experience_id = $1',
    values: [experienceId],
  })
  return rows[0]
}

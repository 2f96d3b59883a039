import { randomUUID } from 'node:crypto'
import { importExperiences, publishExperience, scheduleSessions } from '@fernweh/contracts/api/catalog'
import { type BodyOf, isRefused, type Refused, type RejectedRow } from '@fernweh/contracts/api/operation'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { CommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { route } from '@fernweh/kit/server/http/http'
import { type Caller, requireIdentity } from '@fernweh/kit/server/http/identity'
import { forbidden } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { CatalogCommand } from '../domain/decider.ts'
import type { ScheduledSession } from '../domain/experience.ts'
import { type ExperienceTerms, findExperience } from '../views/experiences.ts'

interface Deps {
  pool: Pool
  batcher: CommandBatcher<CatalogCommand, { version: number }>
}

export function serveExperiences(router: IRouter, { pool, batcher }: Deps): void {
  route(router, publishExperience, async (request) => {
    const { sub: hostId } = requireHost(request)
    const { experienceId } = request.params
    const experience = { ...request.body, experienceId, hostId }
    const answer = await batcher.execute({ type: 'publish-experience', experience }, { meta: toMeta(request) })
    if (isRefused(answer)) return answer as Refused<'not-your-experience'>
    return { experienceId, version: answer.version }
  })

  route(router, scheduleSessions, async (request) => {
    const { sub: hostId } = requireHost(request)
    const { experienceId } = request.params
    const experience = await findExperience(pool, experienceId)
    if (!experience) return { refused: 'no-such-experience' }
    if (experience.hostId !== hostId) return { refused: 'not-your-experience' }
    const meta = toMeta(request)
    const sessions = request.body.sessions.map((session) => toSession(session, { ...experience, experienceId }))
    await Promise.all(sessions.map((session) => batcher.execute({ type: 'schedule-session', session }, { meta })))
    return { scheduled: sessions.length }
  })

  route(router, importExperiences, async (request) => {
    const { experiences } = request.body
    const meta = toMeta(request)
    const rejected: RejectedRow[] = []
    const publishing = experiences.map(async ({ sessions, ...experience }, row) => {
      const answer = await batcher.execute({ type: 'publish-experience', experience }, { meta })
      if (!isRefused(answer)) return sessions.map((session) => toSession(session, experience))
      rejected.push({ row: `experiences.${row}`, reason: answer.refused })
      return []
    })
    const sessions = (await Promise.all(publishing)).flat()
    await Promise.all(sessions.map((session) => batcher.execute({ type: 'schedule-session', session }, { meta })))
    return { experiences: experiences.length - rejected.length, sessions: sessions.length, rejected }
  })
}

type SessionDate = BodyOf<typeof scheduleSessions>['sessions'][number]

const toSession = (
  session: SessionDate,
  { experienceId, zone, durationMinutes }: Omit<ExperienceTerms, 'hostId'> & { experienceId: string },
): ScheduledSession => ({ ...session, experienceId, zone, durationMinutes })

function requireHost(request: { identity: Caller | null }): Caller {
  const caller = requireIdentity(request)
  if (caller.role !== 'host') throw forbidden()
  return caller
}

interface RequestMeta {
  identity: Caller | null
  key?: string | undefined
  trace?: string | undefined
}

function toMeta({ identity, key, trace }: RequestMeta): Meta {
  return { correlationId: key ?? randomUUID(), actor: identity?.sub, traceparent: trace }
}

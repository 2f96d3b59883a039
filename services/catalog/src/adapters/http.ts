import { randomUUID } from 'node:crypto'
import { importExperiences, publishExperience, scheduleSessions } from '@fernweh/contracts/api/catalog'
import { type BodyOf, isRefused, type Refused, type RejectedRow } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { route } from '@fernweh/kit/server/http/http'
import { type Caller, requireIdentity } from '@fernweh/kit/server/http/identity'
import { forbidden } from '@fernweh/kit/server/http/problem'
import type { IRouter } from 'express'
import type { CatalogClerk } from '../catalog-clerk.ts'
import type { Scheduled } from '../domain/experience.ts'

/** What an experience of the catalog is, as far as its sessions need it. */
export interface Offered {
  hostId: string
  zone: string
  durationMinutes: number
}

interface Catalog {
  clerk: CatalogClerk
  find(experienceId: string): Promise<Offered | undefined>
}

export function serveCatalog(router: IRouter, { clerk, find }: Catalog): void {
  route(router, publishExperience, async (asked) => {
    const { sub: hostId } = requireHost(asked)
    const { experienceId } = asked.params
    const experience = { ...asked.body, experienceId, hostId }
    const decided = await clerk.execute({ type: 'publish-experience', experience }, { meta: toMeta(asked) })
    if (isRefused(decided)) return decided as Refused<'not-your-experience'>
    return { experienceId, version: decided.version }
  })

  route(router, scheduleSessions, async (asked) => {
    const { sub: hostId } = requireHost(asked)
    const { experienceId } = asked.params
    const offered = await find(experienceId)
    if (!offered) return { refused: 'no-such-experience' }
    if (offered.hostId !== hostId) return { refused: 'not-your-experience' }
    const meta = toMeta(asked)
    const scheduling = asked.body.sessions.map((session) =>
      clerk.execute(
        { type: 'schedule-session', session: toScheduled(session, { ...offered, experienceId }) },
        { meta },
      ),
    )
    return { scheduled: (await Promise.all(scheduling)).length }
  })

  route(router, importExperiences, async (asked) => {
    const { experiences } = asked.body
    const meta = toMeta(asked)
    const rejected: RejectedRow[] = []
    const publishing = experiences.map(async ({ sessions, ...experience }, row) => {
      const decided = await clerk.execute({ type: 'publish-experience', experience }, { meta })
      if (!isRefused(decided)) return sessions.map((session) => toScheduled(session, experience))
      rejected.push({ row: `experiences.${row}`, reason: decided.refused })
      return []
    })
    const sessions = (await Promise.all(publishing)).flat()
    await Promise.all(sessions.map((session) => clerk.execute({ type: 'schedule-session', session }, { meta })))
    return { experiences: experiences.length - rejected.length, sessions: sessions.length, rejected }
  })
}

type Dated = BodyOf<typeof scheduleSessions>['sessions'][number]

const toScheduled = (
  session: Dated,
  { experienceId, zone, durationMinutes }: Omit<Offered, 'hostId'> & { experienceId: string },
): Scheduled => ({ ...session, experienceId, zone, durationMinutes })

function requireHost(asked: { identity: Caller | null }): Caller {
  const caller = requireIdentity(asked)
  if (caller.role !== 'host') throw forbidden()
  return caller
}

function toMeta({
  identity,
  key,
  trace,
}: {
  identity: Caller | null
  key?: string | undefined
  trace?: string | undefined
}): Meta {
  return { correlationId: key ?? randomUUID(), actor: identity?.sub, traceparent: trace }
}

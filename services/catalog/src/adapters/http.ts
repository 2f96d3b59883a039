import { randomUUID } from 'node:crypto'
import { publishExperience, scheduleSessions } from '@fernweh/contracts/api/catalog'
import { isRefused, type Refused } from '@fernweh/contracts/api/operation'
import type { Meta } from '@fernweh/kit/server/event-log'
import { route } from '@fernweh/kit/server/http'
import { type Caller, requireIdentity } from '@fernweh/kit/server/identity'
import { forbidden } from '@fernweh/kit/server/problem'
import type { IRouter } from 'express'
import type { CatalogClerk } from '../catalog-clerk.ts'

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
    const { zone, durationMinutes } = offered
    const meta = toMeta(asked)
    const scheduling = asked.body.sessions.map((session) =>
      clerk.execute(
        { type: 'schedule-session', session: { ...session, experienceId, zone, durationMinutes } },
        { meta },
      ),
    )
    return { scheduled: (await Promise.all(scheduling)).length }
  })
}

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

import type { Envelope } from '@fernweh/contracts/envelope'
import { catalogEvents } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool } from '@fernweh/kit/server/database/database'
import { type CommandBatcher, createCommandBatcher } from '@fernweh/kit/server/event-log/command-batcher'
import { type Answer, type CatalogCommand, type CatalogEvent, decide, evolve, type Offer } from './domain/experience.ts'
import { project } from './views/project.ts'

export type CatalogClerk = CommandBatcher<CatalogCommand, Answer>

export function createCatalogClerk({ pool, afterCommit }: { pool: Pool; afterCommit(): void }): CatalogClerk {
  return createCommandBatcher<CatalogCommand, Offer, CatalogEvent, Answer>({
    pool,
    afterCommit,
    rules: { streamOf, initial: null, evolve, decide, read: readCatalogEvent, schemaVersionOf, project },
  })
}

export const readCatalogEvent = (event: Envelope): CatalogEvent => readEvent(catalogEvents, event)

function streamOf(command: CatalogCommand): string {
  return command.type === 'publish-experience'
    ? `experience.${command.experience.experienceId}`
    : `session.${command.session.sessionId}`
}

function schemaVersionOf(type: string): number {
  const definition = catalogEvents.find((candidate) => candidate.type === type)
  if (!definition) throw new Error(`${type} is not an event of catalog`)
  return definition.version
}

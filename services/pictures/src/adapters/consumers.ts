import type { Envelope } from '@fernweh/contracts/envelope'
import { catalogEvents, experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { toDrawn } from '../domain/source.ts'
import { toMotif } from '../domain/to-motif.ts'
import { type Choice, choose } from './choose.ts'

/** A picture for every experience that is published. */
export function createConsumers(options: {
  pool: Pool
  broker: Broker
  log: Logger
  afterCommit(): void
}): DurableConsumer[] {
  return [
    createDurableConsumer({
      ...options,
      name: 'pictures-choose-pictures',
      owner: 'catalog',
      noun: 'experience',
      handleAll: (tx, envelopes) => choose(tx, envelopes.map(toChoice)),
    }),
  ]
}

function toChoice(envelope: Envelope): Choice {
  const { data } = readPublished(envelope)
  const { correlationid: correlationId, id: causationId, actor, traceparent } = envelope
  const meta = { correlationId, causationId, actor, traceparent }
  return { experienceId: data.experienceId, source: toDrawn(toMotif(data)), meta }
}

function readPublished(envelope: Envelope) {
  const event = readEvent(catalogEvents, envelope)
  if (event.type !== experiencePublished.type) throw new Error(`${event.type} on an experience`)
  return event
}

import type { Envelope } from '@fernweh/contracts/envelope'
import { catalogEvents, experiencePublished } from '@fernweh/contracts/events/catalog'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Broker } from '@fernweh/kit/server/broker'
import { type Consumer, consume } from '@fernweh/kit/server/consume'
import type { Pool } from '@fernweh/kit/server/database'
import type { Logger } from '@fernweh/kit/server/log'
import { toMotif } from '../domain/motif.ts'
import { toDrawn } from '../domain/source.ts'
import { choose } from './choose.ts'

export const CHOOSE_PICTURES = 'pictures-choose-pictures'

/** A picture for every experience that is published. */
export function createConsumers(options: { pool: Pool; broker: Broker; log: Logger; afterCommit(): void }): Consumer[] {
  return [
    consume({
      ...options,
      name: CHOOSE_PICTURES,
      owner: 'catalog',
      noun: 'experience',
      async handle(tx, envelope) {
        const { data } = readPublished(envelope)
        const { correlationid: correlationId, id: causationId, actor, traceparent } = envelope
        await choose(tx, data.experienceId, toDrawn(toMotif(data)), { correlationId, causationId, actor, traceparent })
      },
    }),
  ]
}

export function readPublished(envelope: Envelope) {
  const event = readEvent(catalogEvents, envelope)
  if (event.type !== experiencePublished.type) throw new Error(`${event.type} on an experience`)
  return event
}

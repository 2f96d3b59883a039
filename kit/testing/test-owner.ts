/** Stands in for the owner of a stream: its events are in its log, and on the broker unless they are lost. */
import { randomUUID } from 'node:crypto'
import { type Envelope, subjectOf } from '@fernweh/contracts/envelope'
import type { EventDefinition } from '@fernweh/contracts/events/define-event'
import type { z } from 'zod'
import { type Broker, ensureStream, jsonCodec, publishEvent } from '../server/delivery/broker.ts'

export interface TestOwner {
  append<D extends EventDefinition>(
    definition: D,
    id: string,
    data: z.input<D['data']>,
    how?: { lost?: boolean },
  ): Promise<Envelope>
  answering(answers: boolean): void
  /** Publishes the event as it is, once more or for the first time. */
  publish(event: Envelope): Promise<void>
}

export async function createTestOwner(broker: Broker, owner: string): Promise<TestOwner> {
  const log = new Map<string, Envelope[]>()
  let position = 0
  let answers = true
  await ensureStream(broker, owner)
  broker.nc.subscribe(`log.${owner}`, {
    callback(_, message) {
      if (!answers) return
      const { stream, after } = jsonCodec.decode(message.data) as { stream: string; after: number }
      message.respond(jsonCodec.encode(log.get(stream)?.slice(after) ?? []))
    },
  })

  async function publish(event: Envelope): Promise<void> {
    position += 1
    await publishEvent(broker, position, event)
  }

  return {
    answering(whether) {
      answers = whether
    },
    publish,
    async append(definition, id, data, { lost = false } = {}) {
      const stream = `${definition.noun}.${id}`
      const earlier = log.get(stream) ?? []
      const event = toEnvelope(definition, owner, stream, earlier.length + 1, data)
      log.set(stream, [...earlier, event])
      if (!lost) await publish(event)
      return event
    },
  }
}

export function toEnvelope(
  definition: Pick<EventDefinition, 'type' | 'version'>,
  owner: string,
  subject: string,
  streamversion: number,
  data: unknown,
): Envelope {
  return {
    specversion: '1.0',
    id: randomUUID(),
    type: definition.type,
    source: `/services/${owner}`,
    subject,
    time: new Date().toISOString(),
    streamversion,
    schemaversion: definition.version,
    correlationid: 'test',
    data,
  }
}

/** As accounts publishes that a sign-in has ended. */
export function publishSignOut({ nc }: Pick<Broker, 'nc'>, signInId: string): void {
  const signedOut = { type: 'fernweh.accounts.signed-out', version: 1 }
  const event = toEnvelope(signedOut, 'accounts', `sign-in.${signInId}`, 2, {})
  nc.publish(subjectOf(event), jsonCodec.encode(event))
}

/** The event envelope: CloudEvents 1.0 with extension attributes in lower case, as the specification requires. */
import { z } from 'zod'

/** Ids are tokens of NATS subjects and segments of paths. */
export const id = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,79}$/, 'small letters, digits, - and _, at most 80')

/** `<noun>.<id>`: the unit of order. A feed has the same spelling. */
export const streamName = z.string().regex(/^[a-z-]+\.[a-z0-9][a-z0-9_-]{0,79}$/)

export const envelope = z.object({
  specversion: z.literal('1.0'),
  id: z.uuid(),
  /** `fernweh.<owner>.<happened>` */
  type: z.string().regex(/^fernweh\.[a-z]+\.[a-z-]+$/),
  /** `/services/<owner>` */
  source: z.string(),
  subject: streamName,
  time: z.iso.datetime(),
  /** Contiguous per stream, from 1. */
  streamversion: z.int().min(1),
  /** Version of the schema of `data`. */
  schemaversion: z.int().min(1),
  /** Id of the request that started the chain of events; the same for all of them. */
  correlationid: z.string(),
  /** Id of the event or command that caused this one. */
  causationid: z.string().optional(),
  /** Account id of the person who acted; absent for timers and processes. */
  actor: z.string().optional(),
  /** W3C Trace Context. */
  traceparent: z.string().optional(),
  data: z.unknown(),
})
export type Envelope<Data = unknown> = Omit<z.infer<typeof envelope>, 'data'> & { data: Data }

/** Subject of an event on the broker: `<owner>.<noun>.<id>.<happened>`. */
export function subjectOf(event: Pick<Envelope, 'type' | 'subject'>): string {
  const [, owner, happened] = event.type.split('.')
  return `${owner}.${event.subject}.${happened}`
}

/**
 * Everything that comes from the broker is read here. A message that is not what its subject carries is counted, logged and ignored:
 * an error thrown in a subscription's callback would end the process.
 */
import type { Envelope } from '@fernweh/contracts/envelope'
import type { Logger } from 'pino'
import type { Registry } from 'prom-client'
import { z } from 'zod'
import { counter } from '../process/metrics.ts'
import { type Broker, jsonCodec, type Msg, type Subscription } from './broker.ts'

/** Who reads; `reader` is the label of the metric. */
export interface MessageReader {
  reader: string
  log: Logger
  metrics?: Registry | undefined
}

type Received = Pick<Msg, 'data' | 'subject'>

/** Null when it is malformed. Keeps what the schema does not name: a newer release may have added it. */
export function readMessage<T>({ data, subject }: Received, schema: z.ZodType<T>, reader: MessageReader): T | null {
  try {
    const value = jsonCodec.decode(data)
    schema.parse(value)
    return value as T
  } catch (error) {
    noteMalformed(reader, subject, error)
    return null
  }
}

interface Receiving<T> extends MessageReader {
  broker: Pick<Broker, 'nc'>
  subject: string
  schema: z.ZodType<T>
  /** Each message goes to one of those that subscribe in the same queue. */
  queue?: string
}

/** What `handle` throws concerns that message only. */
export function subscribe<T>(
  { broker, subject, schema, queue, ...reader }: Receiving<T>,
  handle: (value: T, message: Msg) => void | Promise<void>,
): Subscription {
  const { log } = reader
  async function receive(error: Error | null, message: Msg): Promise<void> {
    if (error) throw error
    const value = readMessage(message, schema, reader)
    if (value !== null) await handle(value, message)
  }
  return broker.nc.subscribe(subject, {
    ...(queue !== undefined && { queue }),
    callback: (error, message) =>
      void receive(error, message).catch((cause) => log.error({ subject, err: cause }, 'message not handled')),
  })
}

/** The answer to a request; throws when there is none in time, or a malformed one. */
export async function request<T>(
  { nc }: Pick<Broker, 'nc'>,
  subject: string,
  body: unknown,
  { schema, timeoutMs }: { schema: z.ZodType<T>; timeoutMs: number },
): Promise<T> {
  const { data } = await nc.request(subject, jsonCodec.encode(body), { timeout: timeoutMs })
  return schema.parse(jsonCodec.decode(data))
}

/** Looser than the contract of new events: older ones are read, too. */
const anyEvent = z.looseObject({
  specversion: z.literal('1.0'),
  source: z.string().min(1),
  id: z.string().min(1),
  type: z.string().regex(/^fernweh\.[a-z-]+\.[a-z-]+$/),
  subject: z.string().regex(/^[a-z-]+\.[^\s.*>]+$/),
  time: z.iso.datetime(),
  streamversion: z.int().min(1),
  schemaversion: z.int().min(1),
  correlationid: z.string(),
  data: z.record(z.string(), z.unknown()),
})

/** An event of this owner; with a noun, of one of its streams. */
export function eventOf(owner: string, noun = ''): z.ZodType<Envelope> {
  const isOf = ({ type, subject }: z.infer<typeof anyEvent>) =>
    type.startsWith(`fernweh.${owner}.`) && (noun === '' || subject.startsWith(`${noun}.`))
  return anyEvent.refine(isOf, `is no event of ${owner}`) as unknown as z.ZodType<Envelope>
}

/** A flood is logged once in this time. */
const LOG_EVERY_MS = 1_000
const loggedAt = new Map<string, number>()

export function noteMalformed({ reader, log, metrics }: MessageReader, subject: string, error: unknown): void {
  counter(metrics, {
    name: 'fernweh_malformed_messages_total',
    help: 'Messages ignored because they are not what their subject carries',
    labelNames: ['reader'],
  }).inc({ reader })
  const now = Date.now()
  if (now - (loggedAt.get(reader) ?? 0) < LOG_EVERY_MS) return
  loggedAt.set(reader, now)
  log.error({ reader, subject, err: toReason(error) }, 'malformed message ignored')
}

function toReason(error: unknown): string {
  if (typeof error === 'string') return error
  if (!(error instanceof z.ZodError)) return 'is not JSON'
  return error.issues.map(({ path, message }) => `${path.join('.') || 'the whole'}: ${message}`).join('; ')
}

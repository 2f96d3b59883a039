/** The only file that imports the client of NATS. */
import { type Envelope, subjectOf } from '@fernweh/contracts/envelope'
import {
  connect,
  headers,
  type JetStreamClient,
  type JetStreamManager,
  JSONCodec,
  type MsgHdrs,
  type NatsConnection,
  NatsError,
} from 'nats'

export type { JetStreamClient, JetStreamManager, JsMsg, Msg, NatsConnection, Subscription } from 'nats'
export { AckPolicy, headers, nanos } from 'nats'

export const jsonCodec = JSONCodec<unknown>()

const PERMANENT = new Set<string>([
  'BAD_HEADER',
  'BAD_JSON',
  'BAD_PAYLOAD',
  'BAD_SUBJECT',
  'INVALID_OPTION',
  'INVALID_PAYLOAD',
  'MAX_PAYLOAD_EXCEEDED',
  'NOT_FUNC',
])

/** True when the broker, or the responder behind it, is away. */
export const isBrokerFault = (error: unknown) => error instanceof NatsError && !PERMANENT.has(error.code)

export interface Broker {
  nc: NatsConnection
  js: JetStreamClient
  jsm: JetStreamManager
}

/** Reconnects for ever, and retries at start too: a service without a broker still answers requests. */
export async function connectBroker({ url, name }: { url: string; name: string }): Promise<Broker> {
  const nc = await connect({
    servers: url.split(','),
    name,
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    reconnectJitter: 250,
    waitOnFirstConnect: true,
    pingInterval: 5_000,
    maxPingOut: 2,
  })
  return {
    nc,
    js: nc.jetstream({ timeout: 5_000 }),
    jsm: await nc.jetstreamManager({ checkAPI: false, timeout: 5_000 }),
  }
}

/** Error codes of NATS. */
const [STREAM_NOT_FOUND, MESSAGE_NOT_FOUND] = [10059, 10037]
const hasCode = (error: unknown, code: number) => error instanceof NatsError && error.api_error?.err_code === code

/** Creates the owner's stream over `<owner>.>` when it is missing. */
export async function ensureStream({ jsm }: Broker, owner: string, replicas = 1) {
  try {
    return await jsm.streams.info(owner)
  } catch (error) {
    if (!hasCode(error, STREAM_NOT_FOUND)) throw error
    return jsm.streams.add({ name: owner, subjects: [`${owner}.>`], num_replicas: replicas })
  }
}

/** Header with the event's position in its owner's log, from which the reconciler publishes again. */
export const POSITION_HEADER = 'Fernweh-Position'

/** Position of the event in this message; 0 when the message was deleted, or is none of its owner's. */
export async function readPosition({ jsm }: Broker, owner: string, seq: number): Promise<number> {
  try {
    const { header } = await jsm.streams.getMessage(owner, { seq })
    return Number(header.get(POSITION_HEADER)) || 0
  } catch (error) {
    if (!hasCode(error, MESSAGE_NOT_FOUND)) throw error
    return 0
  }
}

export async function publishEvent({ js }: Broker, position: number, event: Envelope) {
  const header: MsgHdrs = headers()
  header.set(POSITION_HEADER, String(position))
  return js.publish(subjectOf(event), jsonCodec.encode(event), { msgID: event.id, headers: header })
}

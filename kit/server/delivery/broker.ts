/** The one door to NATS: nothing else imports its client. */

import type { Envelope } from '@fernweh/contracts/envelope'
import { subjectOf } from '@fernweh/contracts/envelope'
import {
  connect,
  headers,
  type JetStreamClient,
  type JetStreamManager,
  JSONCodec,
  type MsgHdrs,
  type NatsConnection,
} from 'nats'

export type { JetStreamClient, JetStreamManager, JsMsg, Msg, NatsConnection, Subscription } from 'nats'
export { AckPolicy, headers, nanos } from 'nats'

export const jsonCodec = JSONCodec<unknown>()

export interface Broker {
  nc: NatsConnection
  js: JetStreamClient
  jsm: JetStreamManager
}

/** Connects and keeps trying for ever, at start too: a service without a broker still answers requests. */
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

/** Creates the owner's stream `<owner>` over `<owner>.>` when it is missing; it keeps everything, on disk. */
export async function ensureStream({ jsm }: Broker, owner: string, replicas = 1) {
  try {
    return await jsm.streams.info(owner)
  } catch (error) {
    if (!/not found/i.test(String(error))) throw error
    return jsm.streams.add({ name: owner, subjects: [`${owner}.>`], num_replicas: replicas })
  }
}

/** Header with the event's place in its owner's log; what the reconciler finds its way back by. */
export const POSITION_HEADER = 'Fernweh-Position'

export async function publishEvent({ js }: Broker, position: number, event: Envelope) {
  const header: MsgHdrs = headers()
  header.set(POSITION_HEADER, String(position))
  return js.publish(subjectOf(event), jsonCodec.encode(event), { msgID: event.id, headers: header })
}

/** What notifications hears. Each event has its effect once: it is remembered, and a mail is wanted if it tells somebody. */
import type { Envelope } from '@fernweh/contracts/envelope'
import { readEvent } from '@fernweh/contracts/events/define-event'
import type { Pool, Transaction } from '@fernweh/kit/server/database/database'
import type { Broker } from '@fernweh/kit/server/delivery/broker'
import { createDurableConsumer, type DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { Logger } from '@fernweh/kit/server/process/logger'
import { toFact } from '../domain/facts.ts'
import { heardEvents, isTelling, isTold } from '../domain/heard.ts'
import { isImported, learn } from '../views/known.ts'
import { want } from '../views/mails.ts'

/** Whole nouns, by the durable that hears them. */
export const HEARD = {
  'notifications-hear-sign-ups': { owner: 'accounts', noun: 'sign-up' },
  'notifications-hear-accounts': { owner: 'accounts', noun: 'account' },
  'notifications-hear-profiles': { owner: 'accounts', noun: 'profile' },
  'notifications-hear-sessions': { owner: 'bookings', noun: 'session' },
  'notifications-hear-experiences': { owner: 'catalog', noun: 'experience' },
} as const

interface Options {
  pool: Pool
  broker: Broker
  log: Logger
  /** What happened before is not told. */
  since: Date
  /** Mails may be wanted. */
  afterCommit(): void
}

export function createConsumers({ since, ...options }: Options): DurableConsumer[] {
  return Object.entries(HEARD).map(([name, heard]) =>
    createDurableConsumer({ ...options, ...heard, name, handleAll: (tx, envelopes) => hear(tx, envelopes, since) }),
  )
}

export async function hear(tx: Transaction, envelopes: readonly Envelope[], since: Date): Promise<void> {
  const events = envelopes.map((envelope) => readEvent(heardEvents, envelope))
  const facts = events.flatMap((event) => toFact(event) ?? [])
  if (facts.length > 0) await learn(tx, facts)
  for (const event of events.filter(isTelling)) {
    if (isTold(event, { since, imported: await isImported(tx, event) })) await want(tx, event)
  }
}

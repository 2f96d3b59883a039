import { accountsEvents } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'
import type { Transaction } from '@fernweh/kit/server/database/database'
import { append, lockHeads, type Meta, type NewEvent } from '@fernweh/kit/server/event-log/event-log'

export type AccountsEvent = EventOf<(typeof accountsEvents)[number]>

/** An event of the stream `<noun>.<id>`. */
export interface Happened {
  id: string
  event: AccountsEvent
}

/** Appends each to its stream; the heads stay locked, so nobody else writes to these streams before this transaction ends. */
export async function record(tx: Transaction, happened: readonly Happened[], meta: Meta): Promise<void> {
  if (happened.length === 0) return
  const events = happened.map(({ id, event }) => ({ ...definitionOf(event), id, event }))
  const streams = events.map(({ noun, id }) => `${noun}.${id}`)
  const { heads } = await lockHeads(tx, [...new Set(streams)].sort())
  const appended = events.map(({ version: schemaVersion, event }, i): NewEvent => {
    const stream = streams[i] as string
    const version = (heads.get(stream) ?? 0) + 1
    heads.set(stream, version)
    return { stream, version, schemaVersion, ...event, meta }
  })
  await append(tx, appended)
}

function definitionOf({ type }: AccountsEvent) {
  const definition = accountsEvents.find((candidate) => candidate.type === type)
  if (!definition) throw new Error(`${type} is not an event of accounts`)
  return definition
}

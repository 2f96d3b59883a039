import type { z } from 'zod'
import type { Envelope } from '../envelope.ts'

/** Turns data of one stored version into the next; pure, and never edited once published. */
type Upcast = (data: never) => unknown

export interface EventDefinition<Type extends string = string, Data extends z.ZodType = z.ZodType> {
  type: Type
  noun: string
  version: number
  data: Data
  upcasts: Readonly<Record<number, Upcast>>
}

/** `upcasts[n]` turns data of version n into n + 1; every version below the current one needs its own. */
export function defineEvent<const Type extends string, Data extends z.ZodType>(definition: {
  type: Type
  noun: string
  version?: number
  data: Data
  upcasts?: Readonly<Record<number, Upcast>>
}): EventDefinition<Type, Data> {
  const { version = 1, upcasts = {}, ...rest } = definition
  for (let old = 1; old < version; old++) {
    if (!upcasts[old]) throw new Error(`${definition.type} has no upcast from version ${old}`)
  }
  return { ...rest, version, upcasts }
}

/** An event without its envelope: type and data. */
export type EventOf<D extends EventDefinition> =
  D extends EventDefinition<infer Type, infer Data> ? { type: Type; data: z.output<Data> } : never

export type EnvelopeOf<D extends EventDefinition> =
  D extends EventDefinition<infer Type, infer Data> ? Omit<Envelope<z.output<Data>>, 'type'> & { type: Type } : never

/**
 * Reads an event at the current version of its schema: stored data of older versions is upcast, then validated.
 * Throws when the type is not among `definitions` or the version is newer than known: such an event must be parked.
 */
export function readEvent<D extends EventDefinition>(definitions: readonly D[], event: Envelope): EnvelopeOf<D> {
  const definition = definitions.find((candidate) => candidate.type === event.type)
  if (!definition) throw new Error(`unknown event type ${event.type}`)
  if (event.schemaversion > definition.version) {
    throw new Error(`${event.type} has version ${event.schemaversion}, known up to ${definition.version}`)
  }
  let data = event.data
  for (let version = event.schemaversion; version < definition.version; version++) {
    data = definition.upcasts[version]?.(data as never)
  }
  return { ...event, schemaversion: definition.version, data: definition.data.parse(data) } as unknown as EnvelopeOf<D>
}

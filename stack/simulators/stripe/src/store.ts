/** Objects by kind and id: in memory, and as lines of a file that is read again at the next start. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type {
  CheckoutSession,
  Delivery,
  LineItem,
  PaymentIntent,
  Refund,
  StoredAnswer,
  StripeCharge,
  StripeEvent,
} from './objects.ts'

interface Kinds {
  session: CheckoutSession
  items: { id: string; items: LineItem[]; intentMetadata: Record<string, string> }
  intent: PaymentIntent
  charge: StripeCharge
  refund: Refund
  event: StripeEvent
  delivery: Delivery
  answer: StoredAnswer
}

export interface Store {
  get<K extends keyof Kinds>(kind: K, id: string): Kinds[K] | undefined
  all<K extends keyof Kinds>(kind: K): Kinds[K][]
  put<K extends keyof Kinds>(kind: K, value: Kinds[K]): Kinds[K]
}

interface Line {
  kind: keyof Kinds
  value: { id: string }
}

export function openStore(file: string): Store {
  const kept = new Map<string, Map<string, { id: string }>>()
  const of = (kind: string) => kept.get(kind) ?? kept.set(kind, new Map()).get(kind) ?? new Map()
  for (const { kind, value } of readLines(file)) of(kind).set(value.id, value)
  compact(file, kept)
  return {
    get: (kind, id) => of(kind).get(id),
    all: (kind) => [...of(kind).values()],
    put(kind, value) {
      of(kind).set(value.id, value)
      appendFileSync(file, `${JSON.stringify({ kind, value })}\n`)
      return value
    },
  }
}

/** A process that is killed may leave half a line at the end. */
function readLines(file: string): Line[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1)
  return lines.map((line) => JSON.parse(line))
}

function compact(file: string, kept: Map<string, Map<string, object>>) {
  mkdirSync(path.dirname(file), { recursive: true })
  const lines = [...kept].flatMap(([kind, values]) =>
    [...values.values()].map((value) => `${JSON.stringify({ kind, value })}\n`),
  )
  writeFileSync(`${file}.new`, lines.join(''))
  renameSync(`${file}.new`, file)
}

/** `expand[]=payment_intent.latest_charge`: ids in an answer become the objects they stand for. */
import type { Store } from '../store.ts'
import { refused } from './wire-error.ts'

const kinds = { pi: 'intent', ch: 'charge', re: 'refund', cs: 'session' } as const
const isPrefix = (text: string): text is keyof typeof kinds => text in kinds

export function expand(store: Store, object: object, paths: string[]): object {
  return paths.reduce((sum, path) => expandOne(store, sum, path.split('.')), object)
}

function expandOne(store: Store, object: object, [name = '', ...rest]: string[]): object {
  if (!(name in object)) throw refused(`This property cannot be expanded (${name}).`, { param: 'expand' })
  const found = find(store, (object as Record<string, unknown>)[name])
  if (found === null) return object
  return { ...object, [name]: rest.length ? expandOne(store, found, rest) : found }
}

function find(store: Store, value: unknown): object | null {
  if (typeof value !== 'string') return value as object | null
  const prefix = value.split('_')[0] ?? ''
  return (isPrefix(prefix) && store.get(kinds[prefix], value)) || null
}

/**
 * What was typed into a form that comes back without script: sealed in the page's address, so that neither a history nor a log
 * can read it. Passwords are never kept.
 */
import { hkdfSync } from 'node:crypto'
import type { Caller } from '@fernweh/kit/server/identity'
import { seal, unseal } from '@fernweh/kit/server/sealing'
import { z } from 'zod'

const KEPT_MS = 10 * 60_000
/** The gateway answers no longer address than 2000. */
const MOST_CHARACTERS = 1500
const content = z.object({ until: z.number(), fields: z.record(z.string(), z.string()) })

export type Fields = Record<string, string>

export interface TypedValues {
  /** Null when there is too much to keep. */
  keep(fields: Fields, identity: Caller | null): string | null
  /** Nothing for what is old, changed, or was typed by somebody else. */
  open(sealed: string | null, identity: Caller | null): Fields
}

export function createTypedValues(secret: string, now = Date.now): TypedValues {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'typed values', 32))
  const owner = (identity: Caller | null) => identity?.sub ?? ''
  return {
    keep(fields, identity) {
      const { iv, data } = seal(JSON.stringify({ until: now() + KEPT_MS, fields }), owner(identity), key)
      const sealed = `${iv}.${data}`.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
      return sealed.length > MOST_CHARACTERS ? null : sealed
    },
    open(sealed, identity) {
      const [iv = '', data = ''] = (sealed ?? '').replaceAll('-', '+').replaceAll('_', '/').split('.')
      try {
        const { until, fields } = content.parse(JSON.parse(unseal({ person: owner(identity), iv, data }, key)))
        return until > now() ? fields : {}
      } catch {
        return {}
      }
    },
  }
}

/**
 * What was typed into a form that is shown again, or that the next page repeats: sealed in the page's address, so that neither a history nor a
 * log can read it.
 */
import { hkdfSync } from 'node:crypto'
import type { SubmittedValues } from '@fernweh/contracts/fragments/account'
import type { Caller } from '@fernweh/kit/server/http/identity'
import { seal, unseal } from '@fernweh/kit/server/personal-data/sealing'
import { z } from 'zod'

/** Never passwords, nor tokens. */
const KEPT_FIELDS = ['mail', 'name', 'homeCity', 'locale', 'currency', 'interests']
/** The page that says to which address a mail was sent stays open until that has arrived. */
const LIFETIME_MS = 60 * 60_000
/** The gateway answers no address longer than 2000. */
const MAX_CHARACTERS = 1500
const content = z.object({ until: z.number(), fields: z.record(z.string(), z.string()) })

export interface TypedValues {
  /** Null when there is too much to keep. */
  keep(fields: Record<string, string>, identity: Caller | null): string | null
  /** Empty for what is old, changed, or was typed by somebody else. */
  open(sealed: string | undefined, identity: Caller | null): SubmittedValues
}

export function createTypedValues(secret: string, now = Date.now): TypedValues {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'typed values', 32))
  const owner = (identity: Caller | null) => identity?.sub ?? ''
  return {
    keep(fields, identity) {
      const kept = Object.fromEntries(Object.entries(fields).filter(([name]) => KEPT_FIELDS.includes(name)))
      const { iv, data } = seal(JSON.stringify({ until: now() + LIFETIME_MS, fields: kept }), owner(identity), key)
      const sealed = [iv, data].map((bytes) => Buffer.from(bytes, 'base64').toString('base64url')).join('.')
      return sealed.length > MAX_CHARACTERS ? null : sealed
    },
    open(sealed = '', identity) {
      const [iv = '', data = ''] = sealed.split('.')
      try {
        const { until, fields } = content.parse(JSON.parse(unseal({ person: owner(identity), iv, data }, key)))
        return until > now() ? fields : {}
      } catch {
        return {}
      }
    },
  }
}

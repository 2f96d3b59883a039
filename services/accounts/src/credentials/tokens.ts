import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32
const ID_BYTES = 16

/** 256 bits, sent as they are and stored only as `hashToken`. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** A token is worth a sign-in, so whoever reads the database finds nothing that could be turned back into one. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Reveals nothing about whom it is for. */
export const newId = (): string => randomBytes(ID_BYTES).toString('hex')

/**
 * One submission of a form, however often it is sent: its idempotency key and the address, so that a corrected address is
 * another submission. Null without a key.
 */
export function toSubmission(key: string | undefined, mail: string): string | null {
  return key === undefined ? null : createHash('sha256').update(`${key} ${mail}`).digest('hex')
}

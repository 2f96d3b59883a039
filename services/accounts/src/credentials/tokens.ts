import { createHash, randomBytes } from 'node:crypto'

const TOKEN_BYTES = 32

/** 256 bits, to be sent as they are and kept only as `hashOfToken`. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url')

/** A token is worth a sign-in: who reads the database finds only what cannot be turned back. */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Says nothing of whom it is for. */
export const newId = (): string => randomBytes(16).toString('hex')

/**
 * One wish, however often it is sent: the key of the form and what the wish is about, so that a corrected address is another
 * wish. Null without a key.
 */
export function intentionOf(key: string | undefined, mail: string): string | null {
  return key === undefined ? null : createHash('sha256').update(`${key} ${mail}`).digest('hex')
}

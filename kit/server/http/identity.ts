/** The signed identity a request carries behind the gateway: an EdDSA JWT in `x-fernweh-identity`, for five minutes. */
import type { KeyObject } from 'node:crypto'
import { type Identity, identity } from '@fernweh/contracts/identity'
import type { RequestHandler } from 'express'
import { jwtVerify, SignJWT } from 'jose'
import { signInRequired } from './problem.ts'

export const IDENTITY_HEADER = 'x-fernweh-identity'
export const IDENTITY_MINUTES = 5

/** Subject on which ended sign-ins are published; its third token is the sign-in's id (`sid`). */
export const SIGNED_OUT = 'accounts.sign-in.*.signed-out'
export const signInIdOf = (subject: string) => subject.split('.')[2]

export interface Caller extends Identity {
  token: string
}

export function signIdentity({ sub, ...claims }: Identity, privateKey: KeyObject): Promise<string> {
  return new SignJWT(claims)
    .setProtectedHeader({ alg: 'EdDSA' })
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${IDENTITY_MINUTES}m`)
    .sign(privateKey)
}

/** Null for a token that is forged, expired or not an identity. */
export async function verifyIdentity(token: string, publicKey: KeyObject): Promise<Caller | null> {
  try {
    const { payload } = await jwtVerify(token, publicKey, { algorithms: ['EdDSA'], requiredClaims: ['exp'] })
    return { ...identity.parse(payload), token }
  } catch {
    return null
  }
}

/** Sets `request.identity`: anonymous without a header, 401 for a bad one. */
export function authenticate(publicKey: KeyObject): RequestHandler {
  return async (request, _response, next) => {
    const token = request.get(IDENTITY_HEADER)
    if (token) {
      request.identity = await verifyIdentity(token, publicKey)
      if (!request.identity) throw signInRequired()
    }
    next()
  }
}

export function requireIdentity({ identity }: { identity: Caller | null }): Caller {
  if (!identity) throw signInRequired()
  return identity
}

declare global {
  namespace Express {
    interface Request {
      identity: Caller | null
    }
  }
}

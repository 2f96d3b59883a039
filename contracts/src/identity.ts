/** Claims of the short-lived identity a request carries behind the gateway (header `x-fernweh-identity`, EdDSA JWT). */
import { z } from 'zod'
import { id } from './envelope.ts'

export const role = z.enum(['traveller', 'host', 'moderator'])
export type Role = z.infer<typeof role>

export const identity = z.object({ sub: id, role, sid: id })
export type Identity = z.infer<typeof identity>

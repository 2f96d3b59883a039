import { z } from 'zod'
import { id } from '../envelope.ts'
import { identity, role } from '../identity.ts'
import { operation } from './operation.ts'

export const person = z.object({ accountId: id, role, name: z.string(), homeCity: z.string().nullable() })
export type Person = z.infer<typeof person>

/** Opens an account (internal: seeding only in this version). The same `accountId` again changes nothing. */
export const openAccount = operation({
  name: 'POST /accounts',
  body: z.object({
    accountId: id,
    role,
    name: z.string().trim().min(1).max(80),
    homeCity: z.string().max(80).nullable(),
    locale: z.string().max(35),
    currency: z.string().regex(/^[A-Z]{3}$/),
    interests: z.array(z.string().max(40)).max(20),
    /** Shown on the start screen, with sign-in by one click. */
    demo: z.boolean(),
  }),
  answer: person,
})

/** The people of the start screen. */
export const demoPeople = operation({ name: 'GET /demo-people', answer: z.object({ people: z.array(person) }) })

/** Signs in as one of the demo people; the token is opaque and shown once. */
export const signIn = operation({
  name: 'POST /sign-ins',
  body: z.object({ accountId: id }),
  answer: z.object({ token: z.string(), person }),
  refusals: ['no-such-person'],
})

/** Who a token stands for (header `x-fernweh-token`); asked by the gateway only. */
export const signInByToken = operation({
  name: 'GET /sign-ins/by-token',
  answer: z.object({ identity }),
  refusals: ['signed-out'],
})

/** Ends a sign-in everywhere, within a second. `signInId` must be the asker's own. */
export const signOut = operation({
  name: 'DELETE /sign-ins/:signInId',
  params: z.object({ signInId: id }),
  answer: z.object({}),
})

/** The person behind the identity. */
export const me = operation({ name: 'GET /me', answer: person })

import { z } from 'zod'
import { id } from '../envelope.ts'
import { identity, role } from '../identity.ts'
import { typedLine, typedName } from '../typed-text.ts'
import { withAsciiDomain } from './mail-domain.ts'
import { operation } from './operation.ts'

export const person = z.object({ accountId: id, role, name: z.string(), homeCity: z.string().nullable() })
export type Person = z.infer<typeof person>

const currency = z.string().regex(/^[A-Z]{3}$/)
const homeCity = typedLine.max(80).nullable()
const interests = z.array(typedLine.max(40)).max(20)
/** BCP 47. */
const locale = z
  .string()
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
  .max(35)
/** Zod's, in lower case, and with the top-level domains that are not ASCII: `.xn--p1ai` is `.рф`. */
const MAIL_ADDRESS =
  /^(?:[a-z0-9_'+-]+\.)*[a-z0-9_'+-]*[a-z0-9_+-]@(?:[a-z0-9][a-z0-9-]*\.)+(?:[a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$/
/**
 * One spelling per address, so that one address has one account: composed Unicode in lower case, the domain as it is looked up.
 * Browsers send `münchen.example` as it was typed or as `xn--mnchen-3ya.example`.
 */
export const mailAddress = z
  .string()
  .trim()
  .max(254)
  .normalize('NFC')
  .toLowerCase()
  .transform(withAsciiDomain)
  .pipe(z.email({ pattern: MAIL_ADDRESS }).max(254))
/** Checked by length only (NIST SP 800-63B), at most 200 characters; common passwords are refused later. */
export const newPassword = z.string().normalize('NFKC').min(10).max(200)
const password = z.string().normalize('NFKC').min(1).max(200)
const mailToken = z.string().regex(/^[A-Za-z0-9_-]{20,100}$/)

/** Opens an account (internal: seeding). Repeating an `accountId` changes nothing. */
export const openAccount = operation({
  name: 'POST /accounts',
  body: z.object({
    accountId: id,
    role,
    name: typedName,
    mail: mailAddress,
    homeCity,
    locale,
    currency,
    interests,
    /** Shown on the home page for sign-in with one click. */
    demo: z.boolean(),
  }),
  answer: person,
})

/** Demo people of the home page. */
export const demoPeople = operation({ name: 'GET /demo-people', answer: z.object({ people: z.array(person) }) })

/** Result of a sign-in: the token is opaque and returned once. */
const started = z.object({ token: z.string(), person })

/** Signs in as one of the demo people. */
export const signInAsDemo = operation({
  name: 'POST /demo-sign-ins',
  body: z.object({ accountId: id }),
  answer: started,
  refusals: ['no-such-person'],
})

/** Answers alike, in the same time, for a wrong password and an unknown address. */
export const signIn = operation({
  name: 'POST /sign-ins',
  body: z.object({ mail: mailAddress, password }),
  answer: started,
  refusals: ['wrong-mail-or-password', 'too-many-tries'],
})

/**
 * Answers alike, in the same time, whether or not the address has an account: the mail explains what to do. `next` is the path
 * to continue at afterwards.
 */
export const signUp = operation({
  name: 'POST /sign-ups',
  body: z.object({
    name: typedName,
    mail: mailAddress,
    locale,
    next: z.string().max(2000).default('/'),
  }),
  answer: z.object({}),
  refusals: ['too-many-tries'],
})

/**
 * Opens the account with the password chosen here, and signs in. Whoever signed up with somebody else's address never gets to
 * choose one.
 */
export const confirmSignUp = operation({
  name: 'POST /sign-ups/confirm',
  body: z.object({ token: mailToken, password: newPassword }),
  answer: started.extend({ next: z.string() }),
  refusals: ['link-out-of-date', 'password-too-common', 'too-many-tries'],
})

/** The address of a mail's link (header `x-fernweh-token`), under which a browser keeps the new password. */
export const findLinkAddress = operation({
  name: 'GET /links/address',
  answer: z.object({ mail: mailAddress }),
  refusals: ['link-out-of-date'],
})

/** The person of a token (header `x-fernweh-token`); called by the gateway only. */
export const signInByToken = operation({
  name: 'GET /sign-ins/by-token',
  answer: z.object({ identity }),
  refusals: ['signed-out'],
})

/** The caller's current sign-ins, newest first. */
export const mySignIns = operation({
  name: 'GET /sign-ins',
  answer: z.object({
    signIns: z.array(z.object({ signInId: id, startedAt: z.iso.datetime(), here: z.boolean() })),
  }),
})

/** Ends one of the caller's sign-ins, within a second. */
export const signOut = operation({
  name: 'DELETE /sign-ins/:signInId',
  params: z.object({ signInId: id }),
  answer: z.object({}),
})

/** Ends all of the caller's sign-ins, including this one. */
export const signOutEverywhere = operation({ name: 'DELETE /sign-ins', answer: z.object({}) })

/** The person behind the identity. */
export const me = operation({ name: 'GET /me', answer: person })

/** A host's name; refused for accounts that are not hosts. */
export const getHost = operation({
  name: 'GET /hosts/:accountId',
  params: z.object({ accountId: id }),
  answer: z.object({ name: z.string() }),
  refusals: ['no-such-host'],
})

/** A currency that is not sent stays as it is. */
export const profile = z.object({ name: typedName, homeCity, locale, currency: currency.optional(), interests })
export type Profile = z.infer<typeof profile>

/** As it is stored: a name that is refused today must still be shown, so that its owner can change it. */
const storedProfile = z.object({
  name: z.string(),
  homeCity: z.string().nullable(),
  locale: z.string(),
  currency: z.string(),
  interests: z.array(z.string()),
})
export type StoredProfile = z.infer<typeof storedProfile>
/** `version` must be sent with a change; `mail` is null for an account without an address. */
const versionedProfile = z.object({ profile: storedProfile, mail: z.string().nullable(), version: z.int() })
export const myProfile = operation({ name: 'GET /profile', answer: versionedProfile })

export const changeProfile = operation({
  name: 'POST /profile',
  body: z.object({ profile, version: z.int() }),
  answer: versionedProfile,
  refusals: ['changed-elsewhere'],
})

/** Ends every other sign-in. */
export const changePassword = operation({
  name: 'POST /password',
  body: z.object({ current: password, next: newPassword }),
  answer: z.object({}),
  refusals: ['wrong-password', 'password-too-common', 'too-many-tries'],
})

/** Answers alike, in the same time, whether or not the address has an account. */
export const requestPasswordReset = operation({
  name: 'POST /password-resets',
  body: z.object({ mail: mailAddress }),
  answer: z.object({}),
  refusals: ['too-many-tries'],
})

/** Sets the password and ends all sign-ins. A link works once. */
export const resetPassword = operation({
  name: 'POST /password-resets/confirm',
  body: z.object({ token: mailToken, password: newPassword }),
  answer: z.object({}),
  refusals: ['link-out-of-date', 'password-too-common', 'too-many-tries'],
})

/**
 * What a browser asks of bff/account where its own session begins or ends: the session travels as a cookie, never in an
 * answer. What needs no more than passing on is asked as of accounts. `next` is a path of this site to go on to.
 */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { changeProfile, confirmSignUp, profile, resetPassword, signIn, signInAsDemo } from './accounts.ts'
import { operation } from './operation.ts'

const next = z.string().max(2000).default('/')
const onward = z.object({ next: z.string() })

export const signInBrowser = operation({
  name: 'POST /sign-in',
  body: signIn.body.extend({ next }),
  answer: onward,
  refusals: signIn.refusals,
})

export const signInBrowserAsDemo = operation({
  name: 'POST /demo-sign-in',
  body: signInAsDemo.body.extend({ next }),
  answer: onward,
  refusals: signInAsDemo.refusals,
})

export const confirmSignUpInBrowser = operation({
  name: 'POST /sign-up/confirm',
  body: confirmSignUp.body,
  answer: onward,
  refusals: confirmSignUp.refusals,
})

/** Ends every session of the person, so that of this browser too. */
export const resetPasswordInBrowser = operation({
  name: 'POST /reset-password/new',
  body: resetPassword.body,
  answer: onward,
  refusals: resetPassword.refusals,
})

export const signOutBrowser = operation({ name: 'POST /sign-out', body: z.object({ next }), answer: onward })

export const signOutBrowserEverywhere = operation({ name: 'POST /sign-out-everywhere', answer: onward })

/** Ends one sign-in of the asker: `here` or on another device. */
export const revokeSignIn = operation({
  name: 'POST /sign-ins/:signInId/end',
  params: z.object({ signInId: id }),
  answer: onward,
})

const { homeCity, interests } = profile.shape

/** As a form's fields are: a city may be left empty, interests are separated by commas. */
export const saveProfile = operation({
  name: 'POST /profile',
  body: profile.extend({
    homeCity: z
      .string()
      .transform((city) => city.trim() || null)
      .pipe(homeCity),
    interests: z
      .string()
      .default('')
      .transform((list) => list.split(',').flatMap((one) => one.trim() || []))
      .pipe(interests),
    version: z.coerce.number().pipe(z.int()),
  }),
  answer: changeProfile.answer,
  refusals: changeProfile.refusals,
})

/**
 * Operations of bff/account that start or end the browser's own session: the session is sent as a cookie, never in an answer.
 * All others are forwarded to accounts as they are, except where the next page says what was typed. `next` is the path to continue at.
 */
import { z } from 'zod'
import { hasVisibleContent } from '../browser/visible-text.ts'
import { id } from '../envelope.ts'
import { changeProfile, confirmSignUp, profile, resetPassword, signIn, signInAsDemo, signUp } from './accounts.ts'
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

/** `resend` says that the same was sent before, and that no mail arrived. */
export const signUpInBrowser = operation({
  name: 'POST /sign-ups',
  body: signUp.body.extend({ resend: z.string().optional() }),
  answer: onward,
  refusals: signUp.refusals,
})

export const confirmSignUpInBrowser = operation({
  name: 'POST /sign-up/confirm',
  body: confirmSignUp.body,
  answer: onward,
  refusals: confirmSignUp.refusals,
})

/** Ends all sessions of the person, including this browser's. */
export const resetPasswordInBrowser = operation({
  name: 'POST /reset-password/new',
  body: resetPassword.body,
  answer: onward,
  refusals: resetPassword.refusals,
})

export const signOutBrowser = operation({ name: 'POST /sign-out', body: z.object({ next }), answer: onward })

export const signOutBrowserEverywhere = operation({ name: 'POST /sign-out-everywhere', answer: onward })

/** Ends one of the caller's sign-ins: `here` or on another device. */
export const revokeSignIn = operation({
  name: 'POST /sign-ins/:signInId/end',
  params: z.object({ signInId: id }),
  answer: onward,
})

const { homeCity, interests } = profile.shape

/** Fields as a form sends them: the city may be empty, interests are separated by commas. */
export const saveProfile = operation({
  name: 'POST /profile',
  body: profile.extend({
    homeCity: z
      .string()
      .transform((city) => (hasVisibleContent(city) ? city : null))
      .pipe(homeCity),
    interests: z
      .string()
      .default('')
      .transform((list) => list.split(',').filter(hasVisibleContent))
      .pipe(interests),
    version: z.coerce.number().pipe(z.int()),
  }),
  answer: changeProfile.answer,
  refusals: changeProfile.refusals,
})

/** What people are told of their accounts. */
import type { passwordChanged, passwordResetRequested, signUpRequested } from '@fernweh/contracts/events/accounts'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import { toUniversalTime } from './figures.ts'
import { type Letter, link, words } from './letter.ts'

/** To whom it goes, and where its links lead. */
export interface Reader {
  name: string | null
  locale: string
  origin: string
}

/** Without the name that was typed: whoever typed it could have this address read their words in our mail. */
export function signUp(
  { data }: EnvelopeOf<typeof signUpRequested>,
  token: string,
  { locale, origin }: Reader,
): Letter {
  return {
    subject: 'Confirm your address for Fernweh',
    to: null,
    parts: [
      words(
        'Somebody, probably you, is signing up to Fernweh with this address. Confirm that you read it, and you are in.',
      ),
      link('Confirm your address', `${origin}/sign-up/confirm?token=${encodeURIComponent(token)}`),
      words(`The link works until ${toUniversalTime(data.expiresAt, locale)}.`),
      words('If it was not you, do nothing: there will be no account, and what was typed is deleted.'),
    ],
  }
}

export function signUpAgain({ name, origin }: Reader): Letter {
  return {
    subject: 'You already have an account at Fernweh',
    to: name,
    parts: [
      words(
        'Somebody, probably you, tried to sign up with this address. It has an account already; nothing has changed.',
      ),
      link('Sign in', `${origin}/sign-in`),
      link('Choose a new password, if you have forgotten yours', `${origin}/reset-password`),
      words('If it was not you, there is nothing to do. Whoever tried was not told that you have an account.'),
    ],
  }
}

export function passwordReset(
  { data }: EnvelopeOf<typeof passwordResetRequested>,
  token: string,
  { name, locale, origin }: Reader,
): Letter {
  return {
    subject: 'Choose a new password for Fernweh',
    to: name,
    parts: [
      words('Somebody, probably you, asked for a new password for your account.'),
      link('Choose a new password', `${origin}/reset-password/new?token=${encodeURIComponent(token)}`),
      words(`The link works once, until ${toUniversalTime(data.expiresAt, locale)}.`),
      words('If it was not you, do nothing: your password stays as it is.'),
    ],
  }
}

export function passwordIsChanged(
  { data, time }: EnvelopeOf<typeof passwordChanged>,
  { name, locale, origin }: Reader,
): Letter {
  const how = data.by === 'reset' ? 'with a link from a mail to this address' : 'by somebody who knew the old one'
  return {
    subject: 'Your password for Fernweh was changed',
    to: name,
    parts: [
      words(`Your password was changed on ${toUniversalTime(time, locale)}, ${how}.`),
      words('If that was you, all is well. If not, choose a new one, then sign out everywhere.'),
      link('Choose a new password', `${origin}/reset-password`),
      link('Sign out everywhere', `${origin}/account`),
    ],
  }
}

/** What people are told of their accounts. */
import type { passwordChanged, passwordResetRequested, signUpRequested } from '@fernweh/contracts/events/accounts'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import { toUniversalTime } from './figures.ts'
import { type Letter, link, type Reader, words } from './letter.ts'

const whenOf = (instant: string, { say, locale }: Reader) => say('time.universal', toUniversalTime(instant, locale))

/** Without the name that was typed: whoever typed it could have this address read their words in our mail. */
export function signUp({ data }: EnvelopeOf<typeof signUpRequested>, token: string, reader: Reader): Letter {
  const { say, origin } = reader
  return {
    subject: say('sign-up.subject'),
    to: null,
    parts: [
      words(say('sign-up.lead')),
      link(say('sign-up.link'), `${origin}/sign-up/confirm?token=${encodeURIComponent(token)}`),
      words(say('sign-up.until', { when: whenOf(data.expiresAt, reader) })),
      words(say('sign-up.not-you')),
    ],
  }
}

export function signUpAgain({ name, say, origin }: Reader): Letter {
  return {
    subject: say('sign-up-again.subject'),
    to: name,
    parts: [
      words(say('sign-up-again.lead')),
      link(say('sign-up-again.sign-in'), `${origin}/sign-in`),
      link(say('sign-up-again.forgotten'), `${origin}/reset-password`),
      words(say('sign-up-again.not-you')),
    ],
  }
}

export function passwordReset(
  { data }: EnvelopeOf<typeof passwordResetRequested>,
  token: string,
  reader: Reader,
): Letter {
  const { name, say, origin } = reader
  return {
    subject: say('reset.subject'),
    to: name,
    parts: [
      words(say('reset.lead')),
      link(say('password.choose'), `${origin}/reset-password/new?token=${encodeURIComponent(token)}`),
      words(say('reset.until', { when: whenOf(data.expiresAt, reader) })),
      words(say('reset.not-you')),
    ],
  }
}

export function passwordIsChanged({ data, time }: EnvelopeOf<typeof passwordChanged>, reader: Reader): Letter {
  const { name, say, origin } = reader
  return {
    subject: say('password-changed.subject'),
    to: name,
    parts: [
      words(
        say(data.by === 'reset' ? 'password-changed.by-reset' : 'password-changed.by-password', {
          when: whenOf(time, reader),
        }),
      ),
      words(say('password-changed.advice')),
      link(say('password.choose'), `${origin}/reset-password`),
      link(say('password-changed.sign-out'), `${origin}/account`),
    ],
  }
}

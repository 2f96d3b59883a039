/** Mails about accounts. */
import type { passwordChanged, passwordResetRequested, signUpRequested } from '@fernweh/contracts/events/accounts'
import type { EnvelopeOf } from '@fernweh/contracts/events/define-event'
import { toUniversalTime } from './date-text.ts'
import { link, type MailDocument, paragraph, type Reader } from './mail-document.ts'

const whenOf = (instant: string, { translate, locale }: Reader) =>
  translate('time.universal', toUniversalTime(instant, locale))

/** Leaves out the typed name: whoever typed it could otherwise send their own words to a stranger in our mail. */
export function signUp({ data }: EnvelopeOf<typeof signUpRequested>, token: string, reader: Reader): MailDocument {
  const { translate, origin } = reader
  return {
    subject: translate('sign-up.subject'),
    to: null,
    parts: [
      paragraph(translate('sign-up.lead')),
      link(translate('sign-up.link'), `${origin}/sign-up/confirm?token=${encodeURIComponent(token)}`),
      paragraph(translate('sign-up.until', { when: whenOf(data.expiresAt, reader) })),
      paragraph(translate('sign-up.not-you')),
    ],
  }
}

export function repeatedSignUp({ name, translate, origin }: Reader): MailDocument {
  return {
    subject: translate('sign-up-again.subject'),
    to: name,
    parts: [
      paragraph(translate('sign-up-again.lead')),
      link(translate('sign-up-again.sign-in'), `${origin}/sign-in`),
      link(translate('sign-up-again.forgotten'), `${origin}/reset-password`),
      paragraph(translate('sign-up-again.not-you')),
    ],
  }
}

export function passwordReset(
  { data }: EnvelopeOf<typeof passwordResetRequested>,
  token: string,
  reader: Reader,
): MailDocument {
  const { name, translate, origin } = reader
  return {
    subject: translate('reset.subject'),
    to: name,
    parts: [
      paragraph(translate('reset.lead')),
      link(translate('password.choose'), `${origin}/reset-password/new?token=${encodeURIComponent(token)}`),
      paragraph(translate('reset.until', { when: whenOf(data.expiresAt, reader) })),
      paragraph(translate('reset.not-you')),
    ],
  }
}

export function changedPassword({ data, time }: EnvelopeOf<typeof passwordChanged>, reader: Reader): MailDocument {
  const { name, translate, origin } = reader
  return {
    subject: translate('password-changed.subject'),
    to: name,
    parts: [
      paragraph(
        translate(data.by === 'reset' ? 'password-changed.by-reset' : 'password-changed.by-password', {
          when: whenOf(time, reader),
        }),
      ),
      paragraph(translate('password-changed.advice')),
      link(translate('password.choose'), `${origin}/reset-password`),
      link(translate('password-changed.sign-out'), `${origin}/account`),
    ],
  }
}

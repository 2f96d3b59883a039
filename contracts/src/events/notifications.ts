/** Events of notifications. Stream `mail.<id of the event it is about>`, or `mail.reminder-<id of the booking>`. */
import { z } from 'zod'
import { id } from '../envelope.ts'
import { defineEvent } from './define-event.ts'

const mail = z.object({
  mailId: id,
  accountId: id,
  about: z.enum([
    'sign-up',
    'sign-up-again',
    'password-reset',
    'password-changed',
    'booking-confirmed',
    'booking-reminder',
    'booking-cancelled',
    'paid-too-late',
    'review-invitation',
  ]),
  /** RFC 5322, derived from the mail's id, so that a mail sent twice is recognised. */
  messageId: z.string().max(250),
})

/** A mail server accepted the mail. */
export const mailAccepted = defineEvent({ type: 'fernweh.notifications.mail-accepted', noun: 'mail', data: mail })
/** A permanent failure: the address was refused, or the account is closed. */
export const mailGivenUp = defineEvent({
  type: 'fernweh.notifications.mail-given-up',
  noun: 'mail',
  data: mail.extend({ reason: z.enum(['refused-by-server', 'no-address', 'out-of-date']) }),
})

export const notificationsEvents = [mailAccepted, mailGivenUp] as const

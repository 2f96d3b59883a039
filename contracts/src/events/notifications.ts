/** What happened in notifications. Stream `mail.<id of the event that is told of>`: one mail per event. */
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
    'booking-cancelled',
    'paid-too-late',
    'review-invitation',
  ]),
  /** RFC 5322, made of the event's id, so that a mail sent twice is recognised. */
  messageId: z.string().max(250),
})

/** A mail server took the mail over. */
export const mailAccepted = defineEvent({ type: 'fernweh.notifications.mail-accepted', noun: 'mail', data: mail })
/** It never will: the address is refused, or the person has left. */
export const mailGivenUp = defineEvent({
  type: 'fernweh.notifications.mail-given-up',
  noun: 'mail',
  data: mail.extend({ reason: z.enum(['refused-by-server', 'no-address', 'out-of-date']) }),
})

export const notificationsEvents = [mailAccepted, mailGivenUp] as const

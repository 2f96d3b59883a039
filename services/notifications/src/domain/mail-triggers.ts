/** The events that notifications consumes, and which of them lead to a mail. */
import {
  accountsEvents,
  passwordChanged,
  passwordResetRequested,
  signUpRepeated,
  signUpRequested,
} from '@fernweh/contracts/events/accounts'
import {
  bookingCancelled,
  bookingConfirmed,
  bookingsEvents,
  confirmationRefused,
  visitEnded,
} from '@fernweh/contracts/events/bookings'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import type { EnvelopeOf, EventOf } from '@fernweh/contracts/events/define-event'
import type { mailAccepted } from '@fernweh/contracts/events/notifications'

export const consumedEvents = [...accountsEvents, ...bookingsEvents, experiencePublished]
export type ConsumedEvent = EnvelopeOf<(typeof consumedEvents)[number]>

export type About = EventOf<typeof mailAccepted>['data']['about']

const ABOUT = {
  [signUpRequested.type]: 'sign-up',
  [signUpRepeated.type]: 'sign-up-again',
  [passwordResetRequested.type]: 'password-reset',
  [passwordChanged.type]: 'password-changed',
  [bookingConfirmed.type]: 'booking-confirmed',
  [bookingCancelled.type]: 'booking-cancelled',
  [confirmationRefused.type]: 'paid-too-late',
  [visitEnded.type]: 'review-invitation',
} as const satisfies Partial<Record<ConsumedEvent['type'], About>>

/** An event that may lead to a mail. */
export type MailTrigger = Extract<ConsumedEvent, { type: keyof typeof ABOUT }>

export const isMailTrigger = (event: ConsumedEvent): event is MailTrigger => event.type in ABOUT

export const aboutOf = ({ type }: MailTrigger): About => ABOUT[type]

export const recipientOf = ({ data }: MailTrigger): string =>
  'travellerId' in data ? data.travellerId : data.accountId

/** The person is looking at a page that says "Check your email". */
export const isUrgent = (event: MailTrigger): boolean =>
  event.type === signUpRequested.type || event.type === passwordResetRequested.type

/** An expired link is not worth sending. */
export const isOutOfDate = ({ data }: MailTrigger, now: Date): boolean =>
  'expiresAt' in data && now >= new Date(data.expiresAt)

/**
 * Events older than the installation get no mail. Imported bookings were confirmed by the other system, whose travellers do
 * not know us; only a cancellation made here gets a mail.
 */
export function needsMail(event: MailTrigger, { since, imported }: { since: Date; imported: boolean }): boolean {
  const elsewhere = imported && event.type !== bookingCancelled.type
  return new Date(event.time) >= since && !elsewhere
}

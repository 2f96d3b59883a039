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

/** A mail: about an event, or the reminder that follows a confirmation. */
export interface MailRequest {
  event: MailTrigger
  about: About
  /** When it was due. */
  since: string
}

export const toRequest = (event: MailTrigger): MailRequest => ({ event, about: ABOUT[event.type], since: event.time })

export const recipientOf = ({ data }: MailTrigger): string =>
  'travellerId' in data ? data.travellerId : data.accountId

/** The person is looking at a page that says "Check your email". */
export const isUrgent = ({ event }: MailRequest): boolean =>
  event.type === signUpRequested.type || event.type === passwordResetRequested.type

/** An expired link is not worth sending, nor a reminder of what has begun. */
export function isOutOfDate({ event: { data }, about, since }: MailRequest, now: Date): boolean {
  if (about === 'booking-reminder') return now >= beginOf(since)
  return 'expiresAt' in data && now >= new Date(data.expiresAt)
}

/**
 * Events older than the installation get no mail. Imported bookings were confirmed by the other system, whose travellers do
 * not know us; only a cancellation made here gets a mail.
 */
export function needsMail(event: MailTrigger, { since, imported }: { since: Date; imported: boolean }): boolean {
  const elsewhere = imported && event.type !== bookingCancelled.type
  return new Date(event.time) >= since && !elsewhere
}

const REMINDED_BEFORE_MS = 24 * 3_600_000

const beginOf = (due: string) => new Date(Date.parse(due) + REMINDED_BEFORE_MS)

/**
 * The reminder of a confirmed booking, a day before it begins; null where the confirmation itself comes later than that, and for
 * what began before reminders existed.
 */
export function toReminder(event: MailTrigger, startsAt: string, remindersSince: Date): MailRequest | null {
  const due = new Date(Date.parse(startsAt) - REMINDED_BEFORE_MS)
  if (event.type !== bookingConfirmed.type || due <= new Date(event.time) || new Date(startsAt) <= remindersSince)
    return null
  return { event, about: 'booking-reminder', since: due.toISOString() }
}

/** A booking has one reminder at most. */
export const reminderIdOf = (bookingId: string) => `reminder-${bookingId}`

/** A mail has the id of its event, a reminder that of its booking. */
export const mailIdOf = ({ event, about }: MailRequest): string =>
  about === 'booking-reminder' && 'bookingId' in event.data ? reminderIdOf(event.data.bookingId) : event.id

/** What notifications hears, and which of it a person is told by mail. */
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

export const heardEvents = [...accountsEvents, ...bookingsEvents, experiencePublished]
export type Heard = EnvelopeOf<(typeof heardEvents)[number]>

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
} as const satisfies Partial<Record<Heard['type'], About>>

/** An event that a person may be told of. */
export type Telling = Extract<Heard, { type: keyof typeof ABOUT }>

export const isTelling = (event: Heard): event is Telling => event.type in ABOUT

export const aboutOf = ({ type }: Telling): About => ABOUT[type]

export const recipientOf = ({ data }: Telling): string => ('travellerId' in data ? data.travellerId : data.accountId)

/** Somebody sits before the page that says "look into your mail". */
export const isUrgent = (event: Telling): boolean =>
  event.type === signUpRequested.type || event.type === passwordResetRequested.type

/** A link that leads nowhere any more is not worth sending. */
export const isOutOfDate = ({ data }: Telling, now: Date): boolean =>
  'expiresAt' in data && now >= new Date(data.expiresAt)

/**
 * The past is not told by an installation younger than it. Who booked elsewhere was told there, and is not asked for a
 * review by a mail of somebody they do not know; but what they cancel here they are told of.
 */
export function isTold(event: Telling, { since, imported }: { since: Date; imported: boolean }): boolean {
  const elsewhere = imported && event.type !== bookingCancelled.type
  return new Date(event.time) >= since && !elsewhere
}

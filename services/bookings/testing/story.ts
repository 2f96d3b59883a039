/** One session and the people who want its seats, for tests that read as sentences: given these events, when a command is decided, then these events follow. */
import { decide, type SessionCommand } from '../src/domain/decider.ts'
import type { SessionTerms } from '../src/domain/open-session.ts'
import { evolve, type SessionEvent, type SessionState } from '../src/domain/session.ts'

const sessionId = 'tiles-1'
const price = { amount: 4500, currency: 'EUR' }
export const opening: SessionTerms = {
  sessionId,
  experienceId: 'tiles',
  startsAt: '2027-05-01T09:00:00Z',
  zone: 'Europe/Lisbon',
  durationMinutes: 90,
  capacity: 10,
  price,
}
export const opened: SessionEvent = {
  type: 'fernweh.bookings.session-opened',
  data: { ...opening, startsAt: '2027-05-01T09:00:00.000Z' },
}
export const START = new Date(opening.startsAt)
export const END = new Date('2027-05-01T10:30:00Z')

const NOON = new Date('2027-04-01T12:00:00Z')
export const minutes = (n: number) => new Date(NOON.getTime() + n * 60_000)
export const terms = { holdSeconds: 600 }

const idOf = (travellerId: string) => `${travellerId}-hold`

export const toHold = (travellerId: string, seats: number): SessionCommand => ({
  type: 'hold-seats',
  sessionId,
  holdId: idOf(travellerId),
  travellerId,
  seats,
})
export const toRelease = (travellerId: string, holdId = idOf(travellerId)): SessionCommand => ({
  type: 'release-hold',
  sessionId,
  holdId,
  travellerId,
})
export const toExpire = (holdId: string): SessionCommand => ({ type: 'expire-hold', sessionId, holdId })
export const toConfirm = (travellerId: string, paymentId = idOf(travellerId)): SessionCommand => ({
  type: 'confirm-booking',
  sessionId,
  bookingId: idOf(travellerId),
  paymentId,
  reference: 'FW-7K3MQ2XZ4D',
})
export const toCancel = (travellerId: string, bookingId = idOf(travellerId)): SessionCommand => ({
  type: 'cancel-booking',
  sessionId,
  bookingId,
  travellerId,
})
export const toEndVisits: SessionCommand = { type: 'end-visits', sessionId }
export const toImport = (travellerId: string, seats: number): SessionCommand => ({
  type: 'import-booking',
  sessionId,
  bookingId: idOf(travellerId),
  travellerId,
  seats,
  reference: 'FW-7K3MQ2XZ4D',
})

const hold = (travellerId: string, seats: number) => ({ sessionId, holdId: idOf(travellerId), travellerId, seats })
const booking = (travellerId: string, seats: number) => ({
  sessionId,
  bookingId: idOf(travellerId),
  travellerId,
  seats,
})
export const held = (travellerId: string, seats: number): SessionEvent => ({
  type: 'fernweh.bookings.seats-held',
  data: { ...hold(travellerId, seats), price, expiresAt: minutes(10).toISOString() },
})
export const ended = (how: 'hold-released' | 'hold-expired', travellerId: string, seats: number): SessionEvent => ({
  type: `fernweh.bookings.${how}`,
  data: hold(travellerId, seats),
})
export const confirmed = (
  travellerId: string,
  seats: number,
  paymentId: string | null = idOf(travellerId),
): SessionEvent => ({
  type: 'fernweh.bookings.booking-confirmed',
  data: { ...booking(travellerId, seats), price, reference: 'FW-7K3MQ2XZ4D', paymentId },
})
export const refused = (
  travellerId: string,
  seats: number,
  reason: 'session-full' | 'session-started',
): SessionEvent => ({
  type: 'fernweh.bookings.confirmation-refused',
  data: { ...booking(travellerId, seats), paymentId: idOf(travellerId), reason },
})
export const cancelled = (travellerId: string, seats: number): SessionEvent => ({
  type: 'fernweh.bookings.booking-cancelled',
  data: { ...booking(travellerId, seats), paymentId: idOf(travellerId) },
})
export const visitEnded = (travellerId: string, seats: number): SessionEvent => ({
  type: 'fernweh.bookings.visit-ended',
  data: { ...booking(travellerId, seats), experienceId: 'tiles' },
})

interface Expectation {
  toEqual(expected: unknown): void
  toMatchObject(expected: object): void
}

export const createGiven =
  (expect: (decision: unknown) => Expectation) =>
  (...events: SessionEvent[]) => ({
    when(command: SessionCommand, now = NOON, visitSeconds?: number) {
      const decision = decide(command, events.reduce<SessionState>(evolve, null), { ...terms, visitSeconds, now })
      return {
        refuses: (reason: string) => expect(decision).toEqual({ refused: reason }),
        leadsTo: (...expected: SessionEvent[]) => expect(decision).toMatchObject({ events: expected }),
        changesNothing: () => expect(decision).toMatchObject({ events: [] }),
        answers: (booking: object) => expect(decision).toMatchObject({ answer: { booking } }),
      }
    },
  })

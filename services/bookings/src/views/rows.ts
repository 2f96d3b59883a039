/** The rows of the views as the domain's state makes them; the audit rebuilds them by the same functions. */
import type { HoldState } from '../domain/hold-map.ts'
import type { Session } from '../domain/session.ts'

export type SessionRow = ReturnType<typeof toSessionRow>
export type HoldRow = ReturnType<typeof toHoldRow>

export function toSessionRow({ sessionId, experienceId, startsAt, zone, capacity, price, held }: Session) {
  return {
    session_id: sessionId,
    experience_id: experienceId,
    starts_at: startsAt,
    zone,
    capacity,
    amount: price.amount,
    currency: price.currency,
    held,
  }
}

export function toHoldRow({ sessionId }: Session, { holdId, travellerId, seats, price, expiresAt, status }: HoldState) {
  return {
    hold_id: holdId,
    session_id: sessionId,
    traveller_id: travellerId,
    seats,
    amount: price.amount,
    currency: price.currency,
    expires_at: expiresAt,
    status,
  }
}

/** One array per column, for unnest. */
export function columns<Row extends object>(rows: readonly Row[], ...names: (keyof Row)[]): unknown[][] {
  return names.map((name) => rows.map((row) => row[name]))
}

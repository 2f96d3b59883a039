import type { Refused } from '@fernweh/contracts/api/operation'
import type { Hold } from '@fernweh/contracts/feeds/bookings'
import type { SessionEvent } from './session.ts'

export type Decision<Reason extends string> = { events: SessionEvent[]; answer: { hold: Hold } } | Refused<Reason>

export interface Circumstances {
  now: Date
  /** How long seats stay held. */
  holdSeconds: number
}

import type { Refused } from '@fernweh/contracts/api/operation'
import type { Hold } from '@fernweh/contracts/feeds/bookings'
import { type ExpireHold, expireHold } from './expire-hold.ts'
import { type HoldSeats, holdSeats } from './hold-seats.ts'
import { type ReleaseHold, releaseHold } from './release-hold.ts'
import type { SessionEvent, SessionState } from './session.ts'

export type SessionCommand = HoldSeats | ReleaseHold | ExpireHold

export type Decision<Reason extends string> = { events: SessionEvent[]; answer: { hold: Hold } } | Refused<Reason>

export interface Circumstances {
  now: Date
  /** How long seats stay held. */
  holdSeconds: number
}

export function decide(command: SessionCommand, session: SessionState, circumstances: Circumstances) {
  switch (command.type) {
    case 'hold-seats':
      return holdSeats(command, session, circumstances)
    case 'release-hold':
      return releaseHold(command, session, circumstances)
    case 'expire-hold':
      return expireHold(command, session, circumstances)
  }
}

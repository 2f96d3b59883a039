import type { Circumstances } from './decision.ts'
import { type ExpireHold, expireHold } from './expire-hold.ts'
import { type HoldSeats, holdSeats } from './hold-seats.ts'
import { type ReleaseHold, releaseHold } from './release-hold.ts'
import type { SessionState } from './session.ts'

export type SessionCommand = HoldSeats | ReleaseHold | ExpireHold

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

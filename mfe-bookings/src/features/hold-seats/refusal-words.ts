import type { holdSeats } from '@fernweh/contracts/api/bookings'
import type { RefusalOf } from '@fernweh/contracts/api/operation'

export const refusalWords: Record<RefusalOf<typeof holdSeats>, string> = {
  'session-full': 'Someone took the last seats just now. Nothing was held; perhaps another time suits you.',
  'not-enough-seats':
    'There are fewer seats left at this time than you asked for. Nothing was held; choose another time or fewer people.',
  'session-started': 'This one has begun already. Nothing was held; the later times are still open.',
  'no-such-session': 'This time is no longer offered. Nothing was held; please choose another.',
}

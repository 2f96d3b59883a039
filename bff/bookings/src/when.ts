import { formatLocal, toPlaceClock } from '@fernweh/contracts/browser/time-format'
import type { SessionStart } from '@fernweh/contracts/local-time'

/** With its year: a page that is kept for offline use may be read much later. */
export const toWhen = (start: SessionStart, locale: string): string =>
  formatLocal(toPlaceClock(start), locale, {
    ...({ weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' } as const),
    ...({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const),
  })

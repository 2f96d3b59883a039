import { isRefused } from '@fernweh/contracts/api/operation'
import type { Pool } from '@fernweh/kit/server/database'
import type { Logger } from '@fernweh/kit/server/log'
import { runTimers, type Timer } from '@fernweh/kit/server/timers'
import type { SessionClerk } from '../session-clerk.ts'
import { holdsTimer } from '../views/timer.ts'

/** A hold that ended otherwise refuses to expire, so a timer that fires twice changes nothing. */
export function expireHolds({ pool, clerk, log }: { pool: Pool; clerk: SessionClerk; log: Logger }) {
  async function expire({ name, data }: Timer): Promise<void> {
    const { holds } = holdsTimer.parse(data)
    const answers = await Promise.all(
      holds.map(({ sessionId, holdId, correlationId }) =>
        clerk.execute({ type: 'expire-hold', sessionId, holdId }, { meta: { correlationId, causationId: name } }),
      ),
    )
    // Thrown, the timer stays and fires again: only a clock that was set back brings this about.
    const early = answers.some((answer) => isRefused(answer) && answer.refused === 'hold-not-due')
    if (early) throw new Error(`${name} fired early`)
  }

  return runTimers({ pool, log, fire: async (due) => void (await Promise.all(due.map(expire))) })
}

import { isRefused } from '@fernweh/contracts/api/operation'
import type { Pool } from '@fernweh/kit/server/database/database'
import { runTimers, type Timer } from '@fernweh/kit/server/event-log/timers'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { SessionCommand } from '../domain/decide.ts'
import type { SessionClerk } from '../session-clerk.ts'
import { holdsTimer, visitsTimer } from '../views/timers.ts'

interface Due {
  command: SessionCommand
  correlationId: string
}

/** A hold that ended otherwise refuses to expire, and a visit ends once: a timer that fires twice changes nothing. */
export function fireTimers({ pool, clerk, log }: { pool: Pool; clerk: SessionClerk; log: Logger }) {
  async function fire(timer: Timer): Promise<void> {
    const { name } = timer
    const answers = await Promise.all(
      toDue(timer).map(({ command, correlationId }) =>
        clerk.execute(command, { meta: { correlationId, causationId: name } }),
      ),
    )
    // Thrown, the timer stays and fires again: only a clock that was set back brings this about.
    const early = answers.some((answer) => isRefused(answer) && /-not-(due|over)$/.test(answer.refused))
    if (early) throw new Error(`${name} fired early`)
  }

  return runTimers({ pool, log, fire: async (due) => void (await Promise.all(due.map(fire))) })
}

function toDue({ name, data }: Timer): Due[] {
  if (name.startsWith('visits.')) {
    return [{ command: { type: 'end-visits', ...visitsTimer.parse(data) }, correlationId: name }]
  }
  return holdsTimer.parse(data).holds.map(({ sessionId, holdId, correlationId }) => ({
    command: { type: 'expire-hold', sessionId, holdId },
    correlationId,
  }))
}

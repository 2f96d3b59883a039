import { isRefused } from '@fernweh/contracts/api/operation'
import type { Service } from '@fernweh/kit/server/boot/open-service'
import { runTimers, type Timer } from '@fernweh/kit/server/event-log/timers'
import type { SessionCommand } from '../domain/decider.ts'
import type { SessionBatcher } from '../views/project.ts'
import { holdsTimer, visitsTimer } from '../views/session-timers.ts'

interface DueCommand {
  command: SessionCommand
  correlationId: string
}

/** A hold that ended otherwise refuses to expire and a visit ends once, so a timer that fires twice changes nothing. */
export function fireTimers({ pool, log, metrics }: Pick<Service, 'pool' | 'log' | 'metrics'>, batcher: SessionBatcher) {
  async function fire(timer: Timer): Promise<void> {
    const { name } = timer
    const answers = await Promise.all(
      toCommands(timer).map(({ command, correlationId }) =>
        batcher.execute(command, { meta: { correlationId, causationId: name } }),
      ),
    )
    // Happens only when the database's clock was set back; the error keeps the timer, so it fires again.
    const early = answers.some((answer) => isRefused(answer) && /-not-(due|over)$/.test(answer.refused))
    if (early) throw new Error(`timer ${name} fired before it was due`)
  }

  return runTimers({ pool, log, metrics, fire: async (due) => void (await Promise.all(due.map(fire))) })
}

function toCommands({ name, data }: Timer): DueCommand[] {
  if (name.startsWith('visits.')) {
    return [{ command: { type: 'end-visits', ...visitsTimer.parse(data) }, correlationId: name }]
  }
  return holdsTimer.parse(data).holds.map(({ sessionId, holdId, correlationId }) => ({
    command: { type: 'expire-hold', sessionId, holdId },
    correlationId,
  }))
}

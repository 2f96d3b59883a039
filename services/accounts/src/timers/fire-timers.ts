/** What was asked for is looked at as soon as it is committed, out of sight of who asked; a link ends when its time is over. */
import type { Pool, Statement, Transaction } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { runTimers, setTimers, type Timer } from '@fernweh/kit/server/event-log/timers'
import type { Logger } from '@fernweh/kit/server/process/logger'
import type { Registry } from '@fernweh/kit/server/process/metrics'

type What = 'sign-up' | 'password-reset'

/** Whatever the clocks of this machine and of the database say. */
const AT_ONCE = new Date(0)

export const lookSoon = (what: What, id: string, meta: Meta): Statement =>
  setTimers([{ name: `${what}.${id}`, due: AT_ONCE, data: meta }])

export const endLater = (what: What, id: string, due: Date): Statement =>
  setTimers([{ name: endOf(what, id), due, data: {} }])

export const endOf = (what: What, id: string): string => `${what}-end.${id}`

export async function clockOf(tx: Transaction): Promise<Date> {
  const { rows } = await tx.query<{ now: Date }>('select clock_timestamp() as now')
  return rows[0]?.now as Date
}

/** Both do nothing when they have been done before. */
export interface Links {
  issue(id: string, meta: Meta): Promise<void>
  end(id: string): Promise<void>
}

interface Options {
  pool: Pool
  log: Logger
  metrics: Registry
  links: Record<What, Links>
}

export function runLinkTimers({ pool, log, metrics, links }: Options) {
  async function fireOne({ name, data }: Timer): Promise<void> {
    const [kind = '', id = ''] = name.split('.')
    const what = kind.replace('-end', '') as What
    await (kind === what ? links[what].issue(id, data as Meta) : links[what].end(id))
  }

  /** One that fails holds up none of the others; all of them come again. */
  async function fire(due: Timer[]): Promise<void> {
    const failed: unknown[] = []
    for (const timer of due) await fireOne(timer).catch((error) => failed.push(error))
    if (failed.length > 0) throw new AggregateError(failed, String(failed[0]))
  }

  return runTimers({ pool, fire, log, metrics })
}

/** Timers of links, by name: one looks up the address once the request is committed, the other ends the link. */
import type { Statement } from '@fernweh/kit/server/database/database'
import type { Meta } from '@fernweh/kit/server/event-log/event-log'
import { clearTimers, setTimers } from '@fernweh/kit/server/event-log/timers'

type LinkKind = 'sign-up' | 'password-reset'

/** Due whatever the clocks of this machine and of the database say. */
const AT_ONCE = new Date(0)

export const setIssueTimer = (kind: LinkKind, id: string, meta: Meta): Statement =>
  setTimers([{ name: `${kind}.${id}`, due: AT_ONCE, data: meta }])

export const setEndTimer = (kind: LinkKind, id: string, due: Date): Statement =>
  setTimers([{ name: toEndTimer(kind, id), due, data: {} }])

export const clearEndTimers = (kind: LinkKind, ids: readonly string[]): Statement =>
  clearTimers(ids.map((id) => toEndTimer(kind, id)))

const toEndTimer = (kind: LinkKind, id: string) => `${kind}-end.${id}`

export function parseTimerName(name: string): { kind: LinkKind; id: string; isEnd: boolean } {
  const [, kind, end, id] = /^(sign-up|password-reset)(-end)?\.(.+)$/.exec(name) ?? []
  if (!kind || !id) throw new Error(`the timer ${name} is of no link`)
  return { kind: kind as LinkKind, id, isEnd: end !== undefined }
}

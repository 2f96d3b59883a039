import type { Statement } from '@fernweh/kit/server/database/database'
import type { AppendedStream, Decider } from '@fernweh/kit/server/event-log/decide-all'
import { type AccountsCommand, accountsDecider } from '../domain/decider.ts'
import type { Validity } from '../domain/decision.ts'
import type { AccountsEvent, StreamState } from '../domain/stream-state.ts'
import { markEnded } from './sign-ins.ts'

/**
 * The rules, with the part of the views that follows from events alone. Names, addresses and hashes are not readable in
 * events: commands store them in the same transaction.
 */
export const projectedDecider: Decider<AccountsCommand, StreamState, AccountsEvent, Validity | null> = {
  ...accountsDecider,
  project,
}

function project(appended: readonly AppendedStream<StreamState, AccountsEvent>[]): Statement[] {
  const events = appended.flatMap((stream) => stream.events)
  const ended = events.flatMap(({ type, data }) => (type === 'fernweh.accounts.signed-out' ? [data.signInId] : []))
  return ended.length > 0 ? [markEnded(ended)] : []
}

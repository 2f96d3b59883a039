/** What the events of one stream add up to, as far as rules depend on it. */
import type { accountsEvents } from '@fernweh/contracts/events/accounts'
import type { EventOf } from '@fernweh/contracts/events/define-event'

export type AccountsEvent = EventOf<(typeof accountsEvents)[number]>

export type StreamState =
  | { noun: 'account' }
  | { noun: 'profile'; version: number }
  | { noun: 'sign-in'; accountId: string; isEnded: boolean }
  | { noun: 'sign-up' }
  | null

type Noun = NonNullable<StreamState>['noun']

/** The state, where the stream is of that noun and has begun. */
export function stateOf<N extends Noun>(noun: N, state: StreamState): Extract<StreamState, { noun: N }> | null {
  return state?.noun === noun ? (state as Extract<StreamState, { noun: N }>) : null
}

export function evolve(state: StreamState, event: AccountsEvent): StreamState {
  switch (event.type) {
    case 'fernweh.accounts.profile-changed':
      return { noun: 'profile', version: (stateOf('profile', state)?.version ?? 0) + 1 }
    case 'fernweh.accounts.signed-in':
      return { noun: 'sign-in', accountId: event.data.accountId, isEnded: false }
    case 'fernweh.accounts.signed-out':
      return { noun: 'sign-in', accountId: event.data.accountId, isEnded: true }
    case 'fernweh.accounts.sign-up-requested':
      return { noun: 'sign-up' }
    default:
      return { noun: 'account' }
  }
}

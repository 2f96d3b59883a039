import type { AccountsEvent } from './stream-state.ts'

/** Until when the sign-in or the link holds that the command began. */
export interface Validity {
  expiresAt: Date
}

export interface AcceptedCommand<Answer extends Validity | null> {
  events: AccountsEvent[]
  answer: Answer
}

export const accept = (...events: AccountsEvent[]): AcceptedCommand<null> => ({ events, answer: null })

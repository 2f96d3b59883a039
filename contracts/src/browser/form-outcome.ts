/** What became of a native form, said in the address of the page that comes next, and shown there once. */
export interface FormOutcome {
  /** A refusal of the operation's contract. */
  refused?: string
  /** Fields that are wrong, separated by spaces. */
  invalid?: string
  /** Trace id: it did not work, and nobody knows whether it happened. */
  fault?: string
  /** The idempotency key to ask again with after a fault. */
  again?: string
  /** Which form of the page, where there are several. */
  form?: string
  /** What was typed, sealed by the bff that can open it. */
  typed?: string
}

/** Names in the query of a page's address that belong to an outcome. */
export const outcomeFields = ['refused', 'invalid', 'fault', 'again', 'form', 'typed'] as const

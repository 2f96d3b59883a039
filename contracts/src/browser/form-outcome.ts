/** The outcome of a native form, in the query of the next page, which shows it once. */
export interface FormOutcome {
  /** A refusal of the operation's contract. */
  refused?: string
  /** Fields that are wrong, separated by spaces. */
  invalid?: string
  /** Trace id of a fault: whether the command took effect is unknown. */
  fault?: string
  /** The idempotency key to repeat the command with after a fault. */
  again?: string
  /** Which form of the page, where there are several. */
  form?: string
  /** The form's input, sealed by the bff. */
  typed?: string
}

/** Query fields that belong to an outcome. */
export const outcomeFields = ['refused', 'invalid', 'fault', 'again', 'form', 'typed'] as const

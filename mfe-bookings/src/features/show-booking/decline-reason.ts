const reasons = ['insufficient-funds', 'expired-card', 'incorrect-cvc'] as const
type DeclineReason = (typeof reasons)[number] | 'other'

/** Maps the provider's code; codes without a message of their own become `other`. */
export function toDeclineReason(code: string): DeclineReason {
  return reasons.find((reason) => reason.replaceAll('-', '_') === code) ?? 'other'
}

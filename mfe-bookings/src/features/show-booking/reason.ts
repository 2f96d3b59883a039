const reasons = ['insufficient-funds', 'expired-card', 'incorrect-cvc'] as const
type Reason = (typeof reasons)[number] | 'other'

/** By the provider's codes; what there are no words for stays between the traveller and the bank. */
export function reasonOf(code: string): Reason {
  return reasons.find((reason) => reason.replaceAll('-', '_') === code) ?? 'other'
}

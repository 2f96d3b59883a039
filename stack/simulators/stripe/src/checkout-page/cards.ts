/** Stripe's test cards (docs.stripe.com/testing). */
import type { CardError } from '../objects.ts'

type Outcome = 'paid' | 'unreadable' | CardError

const declined = (decline_code: string, message: string): CardError => ({
  type: 'card_error',
  code: 'card_declined',
  decline_code,
  message,
})

const outcomes: Record<string, Outcome> = {
  '4242424242424242': 'paid',
  '4000000000000002': declined('generic_decline', 'Your card was declined.'),
  '4000000000009995': declined('insufficient_funds', 'Your card has insufficient funds.'),
}

export const testCards = [
  { number: '4242 4242 4242 4242', does: 'pays' },
  { number: '4000 0000 0000 0002', does: 'is declined' },
  { number: '4000 0000 0000 9995', does: 'has insufficient funds' },
]

export function outcomeOf(number: string): Outcome {
  return outcomes[number.replace(/[\s-]/g, '')] ?? 'unreadable'
}

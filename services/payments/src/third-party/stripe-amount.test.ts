import { expect, test } from 'vitest'
import { fromStripe, toStripe } from './stripe-amount.ts'

test.each([
  ['EUR', 2, 4500, 4500],
  ['USD', 2, 1, 1],
  // Zero-decimal at Stripe.
  ['JPY', 0, 500, 500],
  ['KRW', 0, 12_000, 12_000],
  ['XOF', 0, 7000, 7000],
  ['MGA', 0, 900, 900],
  ['MGA', 2, 90_000, 900],
  // Without decimals, yet counted in hundredths.
  ['ISK', 0, 5, 500],
  ['UGX', 0, 5000, 500_000],
  ['COP', 0, 90_000, 9_000_000],
  ['COP', 2, 9_000_000, 9_000_000],
  ['HUF', 0, 4500, 450_000],
  ['HUF', 2, 450_000, 450_000],
  ['TWD', 2, 80_000, 80_000],
  // Three decimals, of which the last is 0.
  ['KWD', 3, 5120, 5120],
  ['JOD', 3, 25_000, 25_000],
])('%s with %i digits: %i of ours are %i of Stripe’s, and back', (currency, digits, ours, theirs) => {
  expect(toStripe({ amount: ours, currency }, digits)).toBe(theirs)
  expect(fromStripe(theirs, currency.toLowerCase(), digits)).toEqual({ amount: ours, currency })
})

test.each([
  ['KWD', 3, 5124],
  ['MGA', 2, 90_020],
])('%s with %i digits: %i cannot be charged exactly, and is not rounded', (currency, digits, amount) => {
  expect(() => toStripe({ amount, currency }, digits)).toThrow('cannot be charged exactly')
})

test('the charge equals what pages show, whichever digits the platform gives a currency', () => {
  for (const currency of Intl.supportedValuesOf('currency')) {
    const shown = new Intl.NumberFormat('en', { style: 'currency', currency })
    const amount = 7 * 10 ** (shown.resolvedOptions().maximumFractionDigits ?? 2)
    expect(fromStripe(toStripe({ amount, currency }), currency)).toEqual({ amount, currency })
  }
  expect(toStripe({ amount: 5, currency: 'ISK' })).toBe(500)
})

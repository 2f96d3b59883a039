import { expect, test } from 'vitest'
import { formatMoney, fractionDigitsOf } from './money-format.ts'

test.each([
  [2900, 'EUR', 'en-GB', '€29'],
  [2950, 'EUR', 'en-GB', '€29.50'],
  [6550, 'EUR', 'de-AT', '€\u00a065,50'],
  [6550, 'JPY', 'en-GB', 'JP¥6,550'],
  [6550, 'KWD', 'en-GB', 'KWD\u00a06.550'],
])('%i %s in %s is %s: no decimals when they are zero', (amount, currency, locale, text) =>
  expect(formatMoney({ amount, currency }, locale)).toBe(text),
)

test('a currency has the decimals the platform knows', () => {
  expect(['EUR', 'JPY', 'KWD'].map(fractionDigitsOf)).toEqual([2, 0, 3])
})

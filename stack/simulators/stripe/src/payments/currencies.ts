/** The units in which Stripe counts (docs.stripe.com/currencies): hundredths, but for these. */
import { refused } from '../api/wire-error.ts'

const whole = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const thousandths = new Set('bhd jod kwd omr tnd'.split(' '))
/** In hundredths for old programs only: there are no such coins. */
const evenHundreds = new Set(['isk', 'ugx'])

/** Of a charge (docs.stripe.com/currencies, "Minimum and maximum charge amounts"); half a unit is the rule. */
const minimums: Record<string, number> = {
  ...{ aed: 200, bgn: 100, czk: 1500, dkk: 250, gbp: 30, hkd: 400, huf: 17_500, jpy: 50, mxn: 1000, myr: 200 },
  ...{ nok: 300, pln: 200, ron: 200, sek: 300, thb: 1000 },
}
const DEFAULT_MINIMUM = 50
/** Eight digits; twelve of the rupiah. */
const MAXIMUM = 99_999_999
const MAXIMUM_IDR = 999_999_999_999

export function checkTotal(amount: number, currency: string): void {
  const total = 'The Checkout Session’s total amount due must'
  const least = minimums[currency] ?? DEFAULT_MINIMUM
  if (amount < least) throw refused(`${total} add up to at least ${least} ${currency}.`, { code: 'amount_too_small' })
  const most = currency === 'idr' ? MAXIMUM_IDR : MAXIMUM
  if (amount > most) throw refused(`${total} be no more than ${most} ${currency}.`, { code: 'amount_too_large' })
}

export function decimalsOf(currency: string): number {
  if (whole.has(currency)) return 0
  return thousandths.has(currency) ? 3 : 2
}

export function checkAmount(amount: number, currency: string): void {
  const step = thousandths.has(currency) ? 10 : evenHundreds.has(currency) ? 100 : 1
  if (amount % step !== 0)
    throw refused(`Amounts in ${currency} must be multiples of ${step}.`, { param: 'line_items' })
}

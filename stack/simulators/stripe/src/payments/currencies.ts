/** The units in which Stripe counts (docs.stripe.com/currencies): hundredths, but for these. */
import { refused } from '../api/wire-error.ts'

const whole = new Set('bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '))
const thousandths = new Set('bhd jod kwd omr tnd'.split(' '))
/** In hundredths for old programs only: there are no such coins. */
const evenHundreds = new Set(['isk', 'ugx'])

export function decimalsOf(currency: string): number {
  if (whole.has(currency)) return 0
  return thousandths.has(currency) ? 3 : 2
}

export function checkAmount(amount: number, currency: string): void {
  const step = thousandths.has(currency) ? 10 : evenHundreds.has(currency) ? 100 : 1
  if (amount % step !== 0)
    throw refused(`Amounts in ${currency} must be multiples of ${step}.`, { param: 'line_items' })
}

/**
 * Amounts in Stripe's unit, which is not always the minor unit of a currency (docs.stripe.com/currencies, "Minor units", "Zero-decimal
 * currencies", "Three-decimal currencies" and "Special cases"). Two decimals are the rule. That holds for ISK and UGX too, which
 * have lost theirs, so their amounts end in 00; for COP, often written without; and for HUF and TWD, which have none in payouts only.
 * Where there are three the last one is 0. Every exception is here: money of ours that has no such amount is not rounded but refused.
 */
import type { Money } from '@fernweh/contracts/money'
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'

const ZERO = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ')
const THREE = 'BHD JOD KWD OMR TND'.split(' ')

const digitsAtStripe = (currency: string) => (ZERO.includes(currency) ? 0 : THREE.includes(currency) ? 3 : 2)

/** Of our amounts, as pages write them. */
const digitsOf = (currency: string) =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Throws RefusedForGood for what cannot be charged exactly. */
export function toStripe({ amount, currency }: Money, digits = digitsOf(currency)): number {
  const theirs = digitsAtStripe(currency)
  const asked = theirs < digits ? amount / 10 ** (digits - theirs) : amount * 10 ** (theirs - digits)
  if (Number.isInteger(asked) && (theirs < 3 || asked % 10 === 0)) return asked
  throw new PermanentFailure(`${amount} minor units of ${currency} cannot be charged exactly`)
}

/** A fraction of our unit, which nobody has asked for, is left out. */
export function fromStripe(asked: number, lowerCase: string, digits = digitsOf(lowerCase)): Money {
  const currency = lowerCase.toUpperCase()
  const theirs = digitsAtStripe(currency)
  const amount = theirs < digits ? asked * 10 ** (digits - theirs) : Math.floor(asked / 10 ** (theirs - digits))
  return { amount, currency }
}

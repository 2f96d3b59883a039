/**
 * Amounts in Stripe's unit, which is not always the minor unit of a currency (docs.stripe.com/currencies, "Minor units", "Zero-decimal
 * currencies", "Three-decimal currencies" and "Special cases"). Two decimals are the rule. That holds for ISK and UGX too, which
 * have lost theirs, so their amounts end in 00; for COP, often written without; and for HUF and TWD, which have none in payouts only.
 * Where there are three the last one is 0. Every exception is here: money of ours that has no such amount is not rounded but refused.
 */
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { type Money, threeDecimalCurrencies } from '@fernweh/contracts/money'
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'

const ZERO = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ')

const digitsAtStripe = (currency: string) =>
  ZERO.includes(currency) ? 0 : threeDecimalCurrencies.includes(currency) ? 3 : 2

/** Throws PermanentFailure for what cannot be charged exactly. */
export function toStripe({ amount, currency }: Money, digits = fractionDigitsOf(currency)): number {
  const theirs = digitsAtStripe(currency)
  const asked = theirs < digits ? amount / 10 ** (digits - theirs) : amount * 10 ** (theirs - digits)
  if (Number.isInteger(asked) && (theirs < 3 || asked % 10 === 0)) return asked
  throw new PermanentFailure(`${amount} minor units of ${currency} cannot be charged exactly`)
}

/** A fraction of our unit, which nobody has asked for, is left out. */
export function fromStripe(asked: number, lowerCase: string, digits = fractionDigitsOf(lowerCase)): Money {
  const currency = lowerCase.toUpperCase()
  const theirs = digitsAtStripe(currency)
  const amount = theirs < digits ? asked * 10 ** (digits - theirs) : Math.floor(asked / 10 ** (theirs - digits))
  return { amount, currency }
}

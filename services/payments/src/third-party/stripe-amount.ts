/**
 * Amounts in Stripe's unit, which is not always the minor unit of a currency (docs.stripe.com/currencies, "Minor units", "Zero-decimal
 * currencies", "Three-decimal currencies" and "Special cases"). Two decimals are the rule. That holds for ISK and UGX too, which
 * have lost theirs, so their amounts end in 00; for COP, often written without; and for HUF and TWD, which have none in payouts only.
 * Where there are three the last one is 0. Every exception is here. An amount that Stripe cannot express is refused, never rounded.
 */
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { type Money, threeDecimalCurrencies } from '@fernweh/contracts/money'
import { PermanentFailure } from '@fernweh/kit/server/third-parties/third-party'
import { AmountNotTaken } from '../domain/provider.ts'

const ZERO = 'BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF'.split(' ')

const digitsAtStripe = (currency: string) =>
  ZERO.includes(currency) ? 0 : threeDecimalCurrencies.includes(currency) ? 3 : 2

/** Throws PermanentFailure for an amount that cannot be charged exactly. */
export function toStripe({ amount, currency }: Money, digits = fractionDigitsOf(currency)): number {
  const stripeDigits = digitsAtStripe(currency)
  const stripeAmount =
    stripeDigits < digits ? amount / 10 ** (digits - stripeDigits) : amount * 10 ** (stripeDigits - digits)
  if (Number.isInteger(stripeAmount) && (stripeDigits < 3 || stripeAmount % 10 === 0)) return stripeAmount
  const cause = new AmountNotTaken('amount-not-exact')
  throw new PermanentFailure(`${amount} minor units of ${currency} cannot be charged exactly`, { cause })
}

/** Drops fractions of our unit, which are never charged. */
export function fromStripe(stripeAmount: number, lowerCase: string, digits = fractionDigitsOf(lowerCase)): Money {
  const currency = lowerCase.toUpperCase()
  const stripeDigits = digitsAtStripe(currency)
  const amount =
    stripeDigits < digits
      ? stripeAmount * 10 ** (digits - stripeDigits)
      : Math.floor(stripeAmount / 10 ** (stripeDigits - digits))
  return { amount, currency }
}

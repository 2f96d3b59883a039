import { useMessages } from './use-messages.ts'

export interface Amount {
  /** Integer minor units. */
  amount: number
  currency: string
}

/** A price as the reader's locale writes it, without empty cents. */
export function Price({ price }: { price: Amount }) {
  return <span suppressHydrationWarning>{toPrice(price, useMessages().locale)}</span>
}

export function toPrice({ amount, currency }: Amount, locale: string): string {
  const digits =
    new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
  const value = amount / 10 ** digits
  const fraction = Number.isInteger(value) ? 0 : digits
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  } as const
  return new Intl.NumberFormat(locale, options).format(value)
}

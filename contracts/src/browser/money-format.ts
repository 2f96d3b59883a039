/** Amounts of money in minor units (ISO 4217), as people read them. */
interface Amount {
  amount: number
  currency: string
}

const digits = new Map<string, number>()

/** Decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD. One unit is `10 ** fractionDigitsOf(currency)` minor units. */
export function fractionDigitsOf(currency: string): number {
  const known = digits.get(currency)
  if (known !== undefined) return known
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
  digits.set(currency, maximumFractionDigits)
  return maximumFractionDigits
}

/** The amount as the locale writes it, without decimals when they are all zero. */
export function formatMoney({ amount, currency }: Amount, locale: string): string {
  const value = amount / 10 ** fractionDigitsOf(currency)
  const fraction = Number.isInteger(value) ? 0 : fractionDigitsOf(currency)
  const options = {
    style: 'currency',
    currency,
    minimumFractionDigits: fraction,
    maximumFractionDigits: fraction,
  } as const
  return new Intl.NumberFormat(locale, options).format(value)
}

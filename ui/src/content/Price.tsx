import { formatMoney } from '@fernweh/contracts/browser/money-format'
import { useMessages } from '../use-messages.ts'

interface PriceProps {
  /** The amount is in minor units. */
  price: { amount: number; currency: string }
}

/** A price as the reader's locale writes it, without decimals when they are zero. */
export function Price({ price }: PriceProps) {
  return <span suppressHydrationWarning>{formatMoney(price, useMessages().locale)}</span>
}

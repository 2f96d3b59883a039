import { formatMoney } from '@fernweh/contracts/browser/money-format'
import { useMessages } from '../use-messages.ts'

interface PriceProps {
  /** The amount is in minor units. */
  price: { amount: number; currency: string }
}

/** A price as the reader's locale writes it, without decimals when they are zero; nothing to pay is "Free". */
export function Price({ price }: PriceProps) {
  const toPriceText = usePriceText()
  return <span suppressHydrationWarning>{toPriceText(price)}</span>
}

/** The same text, for attributes and other components. */
export function usePriceText(): (price: PriceProps['price']) => string {
  const { t, locale } = useMessages()
  return (price) => (price.amount === 0 ? t('ui.free') : formatMoney(price, locale))
}

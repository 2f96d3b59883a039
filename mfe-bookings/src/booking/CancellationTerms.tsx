import type { SessionStart } from '@fernweh/contracts/local-time'
import type { Money } from '@fernweh/contracts/money'
import { toDayAndTime } from '@fernweh/ui/content/PlaceTime'
import { useMessages } from '../messages/use-messages.ts'

/** What is refunded until when, to read before paying. */
export function CancellationTerms({ start, price }: { start: SessionStart; price: Money }) {
  const { t, locale } = useMessages()
  const time = toDayAndTime(start, locale)
  return (
    <p suppressHydrationWarning>{t(price.amount === 0 ? 'cancellation.until-free' : 'cancellation.until', { time })}</p>
  )
}

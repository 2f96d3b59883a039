import type { SessionStart } from '@fernweh/contracts/local-time'
import { toDayAndTime } from '@fernweh/ui/content/PlaceTime'
import { useMessages } from '../messages/use-messages.ts'

/** What is refunded until when, to read before paying. */
export function CancellationTerms({ start }: { start: SessionStart }) {
  const { t, locale } = useMessages()
  return <p suppressHydrationWarning>{t('cancellation.until', { time: toDayAndTime(start, locale) })}</p>
}

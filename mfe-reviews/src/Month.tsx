import { useMessages } from './messages/use-messages.ts'

/** A day would say more than anybody needs to know. */
export function Month({ instant }: { instant: string }) {
  const { locale } = useMessages()
  return (
    <time dateTime={instant} suppressHydrationWarning>
      {toMonth(instant, locale)}
    </time>
  )
}

export function toMonth(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(instant))
}

import { useWords } from './words.ts'

/** A day would say more than anybody needs to know. */
export function Month({ instant }: { instant: string }) {
  const { locale } = useWords()
  return (
    <time dateTime={instant} suppressHydrationWarning>
      {toMonth(instant, locale)}
    </time>
  )
}

export function toMonth(instant: string, locale: string): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(instant))
}

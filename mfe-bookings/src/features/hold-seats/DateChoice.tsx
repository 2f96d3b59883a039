import type { SessionDay } from '@fernweh/contracts/api/bookings'
import { Button } from '@fernweh/ui/Button'
import { Field } from '@fernweh/ui/Field'
import { useMessages } from '../../use-messages.ts'
import styles from './DateChoice.module.css'

interface DateChoiceProps {
  page: string
  days: SessionDay[]
  from: string | null
  onChoose: (day: string) => void
}

/** Days that have sessions; a form of its own that leads to the page with those from that day on. */
export function DateChoice({ page, days, from, onChoose }: DateChoiceProps) {
  const { t, locale } = useMessages()
  const url = new URL(page, 'http://page')
  const others = [...url.searchParams].filter(([name]) => name !== 'from')
  const shown = days.find(({ day }) => day >= (from ?? ''))?.day
  return (
    <form className={styles.dates} method="get" action={url.pathname}>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.choice}>
        <Field id="bookings-from" label={t('sessions.from')}>
          {(control) => (
            <select {...control} name="from" value={shown} onChange={({ target }) => onChoose(target.value)}>
              {days.map(({ day }) => (
                <option key={day} value={day} suppressHydrationWarning>
                  {toDayWords(day, locale)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <div className={styles.show}>
        <Button type="submit">{t('sessions.show')}</Button>
      </div>
    </form>
  )
}

function toDayWords(day: string, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'long', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(day))
}

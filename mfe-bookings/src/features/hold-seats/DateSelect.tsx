import type { SessionDay } from '@fernweh/contracts/api/bookings'
import { formatLocal, yearIfFar } from '@fernweh/contracts/browser/time-format'
import { Button } from '@fernweh/ui/forms/Button'
import { Field } from '@fernweh/ui/forms/Field'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './DateSelect.module.css'

interface DateSelectProps {
  page: string
  days: SessionDay[]
  from: string | null
  onSelect: (day: string) => void
}

/** Selects a day with sessions; a form that loads the page with the sessions from that day on. */
export function DateSelect({ page, days, from, onSelect }: DateSelectProps) {
  const { t, locale } = useMessages()
  const url = new URL(page, 'http://page')
  const others = [...url.searchParams].filter(([name]) => name !== 'from' && name !== 'session')
  const selected = days.find(({ day }) => day >= (from ?? ''))?.day
  return (
    <form className={styles.dates} method="get" action={url.pathname}>
      {others.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className={styles.choice}>
        <Field id="bookings-from" label={t('sessions.from')}>
          {(control) => (
            <select {...control} name="from" value={selected} onChange={({ target }) => onSelect(target.value)}>
              {days.map(({ day }) => (
                <option key={day} value={day} suppressHydrationWarning>
                  {toDayLabel(day, locale)}
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

function toDayLabel(day: string, locale: string): string {
  return formatLocal(day, locale, { weekday: 'short', day: 'numeric', month: 'long', ...yearIfFar(day) })
}

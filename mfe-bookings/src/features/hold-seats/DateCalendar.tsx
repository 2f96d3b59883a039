import type { SessionDay } from '@fernweh/contracts/api/bookings'
import { formatLocal } from '@fernweh/contracts/browser/time-format'
import { Disclosure } from '@fernweh/ui/layout/Disclosure'
import { useMessages } from '../../messages/use-messages.ts'
import { toMonths } from './calendar-months.ts'
import styles from './DateCalendar.module.css'

interface DateCalendarProps {
  page: string
  days: SessionDay[]
  from: string | null
  /** Size of the party. */
  seats: number
  onSelect: (day: string) => void
}

/** All dates, those with room to choose from; a form that loads the page with the sessions from that day on. */
export function DateCalendar({ page, days, from, seats, onSelect }: DateCalendarProps) {
  const { t, locale } = useMessages()
  const url = new URL(page, 'http://page')
  const others = [...url.searchParams].filter(([name]) => name !== 'from' && name !== 'session')
  const byDay = new Map(days.map((day) => [day.day, day]))
  return (
    <Disclosure summary={t('sessions.all-dates')}>
      <form className={styles.months} method="get" action={url.pathname}>
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {toMonths(days, locale).map(({ month, weeks, weekdays }) => (
          <table key={month} className={styles.month}>
            <caption suppressHydrationWarning>{formatLocal(month, locale, { month: 'long', year: 'numeric' })}</caption>
            <thead>
              <tr>
                {weekdays.map((day) => (
                  <th key={day} scope="col" abbr={formatLocal(day, locale, { weekday: 'long' })}>
                    {formatLocal(day, locale, { weekday: 'narrow' })}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((day) => day !== null)}>
                  {week.map((day, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
                    <td key={at}>
                      {day !== null && (
                        <Day day={day} offer={byDay.get(day)} seats={seats} isFrom={day === from} onSelect={onSelect} />
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </form>
    </Disclosure>
  )
}

interface DayProps extends Pick<DateCalendarProps, 'seats' | 'onSelect'> {
  day: string
  /** Undefined on a day without sessions. */
  offer: SessionDay | undefined
  isFrom: boolean
}

function Day({ day, offer, seats, isFrom, onSelect }: DayProps) {
  const { t, locale } = useMessages()
  const number = formatLocal(day, locale, { day: 'numeric' })
  if (!offer) return <span className={styles.none}>{number}</span>
  const date = formatLocal(day, locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const hasRoom = (offer.seatsLeft ?? seats) >= seats
  return (
    <button
      type="submit"
      className={styles.day}
      name="from"
      value={day}
      disabled={!hasRoom}
      aria-label={hasRoom ? date : t('sessions.day-full', { date })}
      aria-current={isFrom ? 'date' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onSelect(day)
      }}
    >
      {number}
    </button>
  )
}

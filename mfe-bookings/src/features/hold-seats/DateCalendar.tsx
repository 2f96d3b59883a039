import type { SessionDay } from '@fernweh/contracts/api/bookings'
import { formatLocal } from '@fernweh/contracts/browser/time-format'
import { Disclosure } from '@fernweh/ui/layout/Disclosure'
import { useMessages } from '../../messages/use-messages.ts'
import { toMonths, toWeekdays } from './calendar-months.ts'
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
  // Making a format takes a hundred times as long as using it.
  const dates = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
  const head = (
    <thead>
      <tr>
        {toWeekdays(locale).map((day) => (
          <th key={day} scope="col" abbr={formatLocal(day, locale, { weekday: 'long' })}>
            {formatLocal(day, locale, { weekday: 'narrow' })}
          </th>
        ))}
      </tr>
    </thead>
  )
  return (
    <Disclosure summary={t('sessions.all-dates')}>
      <form className={styles.months} method="get" action={url.pathname}>
        {others.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {toMonths(days, locale).map(({ month, weeks }) => (
          <table key={month} className={styles.month}>
            <caption suppressHydrationWarning>{formatLocal(month, locale, { month: 'long', year: 'numeric' })}</caption>
            {head}
            <tbody>
              {weeks.map((week) => (
                <tr key={week.find((day) => day !== null)}>
                  {week.map((day, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
                    <td key={at}>
                      {day !== null && <Day {...{ day, dates, from, seats, onSelect }} offer={byDay.get(day)} />}
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

interface DayProps extends Pick<DateCalendarProps, 'from' | 'seats' | 'onSelect'> {
  day: string
  dates: Intl.DateTimeFormat
  /** Undefined on a day without sessions. */
  offer: SessionDay | undefined
}

function Day({ day, dates, offer, from, seats, onSelect }: DayProps) {
  const { t } = useMessages()
  const number = Number(day.slice(8))
  if (!offer) return <span className={styles.none}>{number}</span>
  const date = dates.format(new Date(day))
  const hasRoom = (offer.seatsLeft ?? seats) >= seats
  return (
    <button
      type="submit"
      className={styles.day}
      name="from"
      value={day}
      disabled={!hasRoom}
      aria-label={hasRoom ? date : t('sessions.day-full', { date })}
      aria-current={day === from ? 'date' : undefined}
      onClick={(event) => {
        event.preventDefault()
        onSelect(day)
      }}
    >
      {number}
    </button>
  )
}

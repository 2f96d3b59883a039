import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { MouseEvent } from 'react'
import { useMessages } from '../../use-messages.ts'
import styles from './OtherDates.module.css'
import { toDayHref, toNextDay } from './use-offered.ts'

interface OtherDatesProps {
  page: string
  offered: Pick<SessionsData, 'sessions' | 'days' | 'from'>
  onShow: (day: string | null) => void
}

/** Links, so that they work without script and open in other tabs. */
export function OtherDates({ page, offered, onShow }: OtherDatesProps) {
  const { t } = useMessages()
  const next = toNextDay(offered)
  const link = (day: string | null, words: string) => (
    <a href={toDayHref(page, day)} onClick={(event) => showInPlace(event, () => onShow(day))}>
      {words}
    </a>
  )
  if (next === null && offered.from === null) return null
  return (
    <p className={styles.dates}>
      {offered.from !== null && link(null, t('sessions.soonest'))}
      {next !== null && link(next, t('sessions.later'))}
    </p>
  )
}

/** A click that asks for another tab or window is left to the browser. */
function showInPlace(event: MouseEvent, show: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  show()
}

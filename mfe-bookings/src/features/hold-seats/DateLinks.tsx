import type { SessionsData } from '@fernweh/contracts/fragments/bookings'
import type { MouseEvent } from 'react'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './DateLinks.module.css'
import { toDayHref, toNextDay } from './use-session-list.ts'

interface DateLinksProps {
  page: string
  sessionList: Pick<SessionsData, 'sessions' | 'days' | 'from'>
  onShow: (day: string | null) => void
}

/** Links to the soonest and to later dates, which also work without script and in new tabs. */
export function DateLinks({ page, sessionList, onShow }: DateLinksProps) {
  const { t } = useMessages()
  const next = toNextDay(sessionList)
  const link = (day: string | null, label: string) => (
    <a href={toDayHref(page, day)} onClick={(event) => showInPlace(event, () => onShow(day))}>
      {label}
    </a>
  )
  if (next === null && sessionList.from === null) return null
  return (
    <p className={styles.dates}>
      {sessionList.from !== null && link(null, t('sessions.soonest'))}
      {next !== null && link(next, t('sessions.later'))}
    </p>
  )
}

/** Leaves clicks for a new tab or window to the browser. */
function showInPlace(event: MouseEvent, show: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
  event.preventDefault()
  show()
}

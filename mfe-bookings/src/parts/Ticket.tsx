import type { TicketData } from '@fernweh/contracts/parts/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { EmptyState } from '@fernweh/ui/EmptyState'
import { DoorTicket } from '../features/ticket/DoorTicket.tsx'
import { useWords } from '../words.ts'
import styles from './Page.module.css'

export function Ticket({ data: { shown }, now }: PartProps<TicketData>) {
  return <article className={styles.page}>{shown ? <DoorTicket {...shown} now={now} /> : <NoTicket />}</article>
}

function NoTicket() {
  const { t } = useWords()
  return (
    <EmptyState title={<h1 className={styles.title}>{t('no-ticket.title')}</h1>}>
      <p>{t('no-ticket.text')}</p>
    </EmptyState>
  )
}

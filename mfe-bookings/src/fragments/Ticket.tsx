import type { TicketData } from '@fernweh/contracts/fragments/bookings'
import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { TicketPage } from '../features/ticket/TicketPage.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Page.module.css'

export function Ticket({ data: { shown }, now }: TeamFragmentProps<TicketData>) {
  return <article className={styles.page}>{shown ? <TicketPage {...shown} now={now} /> : <TicketNotFound />}</article>
}

function TicketNotFound() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1 className={styles.title}>{t('ticket-not-found.title')}</h1>}>
      <p>{t('ticket-not-found.text')}</p>
    </EmptyState>
  )
}

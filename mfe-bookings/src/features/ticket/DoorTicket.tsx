import type { Ticket as TicketOfDoor } from '@fernweh/contracts/api/bookings'
import type { TicketCode } from '@fernweh/contracts/fragments/bookings'
import { Notice } from '@fernweh/ui/Notice'
import { PlaceTime, toDayAndTime } from '@fernweh/ui/PlaceTime'
import { Ticket, TicketReference } from '@fernweh/ui/Ticket'
import { Seats } from '../../Seats.tsx'
import { Title } from '../../Title.tsx'
import { useMessages } from '../../use-messages.ts'
import styles from './DoorTicket.module.css'

const kinds: Record<TicketOfDoor['status'], 'calm' | 'loss' | 'wait'> = {
  valid: 'calm',
  over: 'wait',
  cancelled: 'loss',
}

interface DoorTicketProps {
  ticket: TicketOfDoor
  code: TicketCode
  now: string
}

/**
 * For whoever shows it and whoever stands at the door: whether it is good, for when and for how many. Nothing of the person.
 * Also what is kept for times without a connection, so it says when it was looked up.
 */
export function DoorTicket({ ticket, code, now }: DoorTicketProps) {
  const { t, locale } = useMessages()
  const { reference, experienceId, offer, startsAt, zone, seats, status } = ticket
  return (
    <>
      <div className={styles.verdict}>
        <Notice kind={kinds[status]}>
          <p className={styles.status}>{t(`ticket-page.${status}`)}</p>
          <p className={styles.checked} suppressHydrationWarning>
            {t('ticket-page.checked', { time: toDayAndTime(now, zone, locale) })}
          </p>
        </Notice>
      </div>
      <Ticket code={<Code code={code} reference={reference} />}>
        <h1 className={styles.reference}>
          <TicketReference>{reference}</TicketReference>
        </h1>
        <p className={styles.title}>
          <a href={`/e/${experienceId}`}>
            <Title offer={offer} unnamed={t('ticket-page.experience')} />
          </a>
        </p>
        <p>
          <PlaceTime instant={startsAt} zone={zone} place={offer?.city} />
        </p>
        <p className={styles.seats}>
          <Seats seats={seats} />
        </p>
      </Ticket>
    </>
  )
}

/** Black on white in either scheme, with the quiet zone of four modules that readers need. */
function Code({ code: { modules, path }, reference }: { code: TicketCode; reference: string }) {
  const { t } = useMessages()
  const size = modules + 8
  return (
    <svg
      viewBox={`-4 -4 ${size} ${size}`}
      width="208"
      height="208"
      role="img"
      aria-label={t('ticket.code', { reference })}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M-4 -4h${size}v${size}h-${size}z`} />
      <path fill="#000" d={path} />
    </svg>
  )
}

import type { Ticket as TicketData } from '@fernweh/contracts/api/bookings'
import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { TicketCode } from '@fernweh/contracts/fragments/bookings'
import type { LocalTime } from '@fernweh/contracts/local-time'
import { PlaceName } from '@fernweh/ui/content/PlaceName'
import { PlaceTime, toDayAndTime } from '@fernweh/ui/content/PlaceTime'
import { Ticket, TicketReference } from '@fernweh/ui/content/Ticket'
import { Notice } from '@fernweh/ui/feedback/Notice'
import { BookingTitle } from '../../booking/BookingTitle.tsx'
import { SeatCount } from '../../booking/SeatCount.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './TicketPage.module.css'

const kinds: Record<TicketData['status'], 'calm' | 'loss' | 'wait'> = {
  valid: 'calm',
  over: 'wait',
  cancelled: 'loss',
}

interface TicketPageProps {
  ticket: TicketData
  code: TicketCode
  /** Missing in answers of an older bff. */
  checked?: LocalTime | undefined
  now: string
}

/**
 * For travellers and staff at the entrance: whether the ticket is valid, when and for how many seats. Shows no personal data.
 * The page is kept for offline use, so it shows when the ticket was checked.
 */
export function TicketPage({ ticket, code, checked, now }: TicketPageProps) {
  const { t, locale } = useMessages()
  const { reference, experienceId, offer, zone, seats, status } = ticket
  return (
    <>
      <div className={styles.verdict}>
        <Notice kind={kinds[status]}>
          <p className={styles.status}>{t(`ticket-page.${status}`)}</p>
          <p className={styles.checked} suppressHydrationWarning>
            {t('ticket-page.checked', { time: toDayAndTime({ startsAt: now, zone, local: checked }, locale) })}
          </p>
        </Notice>
      </div>
      <Ticket code={<Code code={code} reference={reference} />}>
        <h1 className={styles.reference}>
          <TicketReference>{reference}</TicketReference>
        </h1>
        <p className={styles.title}>
          <a href={`/e/${experienceId}`}>
            <BookingTitle title={offer} fallback={t('ticket-page.experience')} />
          </a>
        </p>
        <p>
          <PlaceTime start={ticket} place={offer && cityIn(offer, locale)} />
        </p>
        {offer?.city && (
          <p>
            <PlaceName city={cityIn(offer, locale) ?? ''} country={offer.country} place={offer.place} />
          </p>
        )}
        <p className={styles.seats}>
          <SeatCount seats={seats} />
        </p>
      </Ticket>
    </>
  )
}

/** Black on white in both colour schemes, with the quiet zone of four modules that QR readers need. */
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

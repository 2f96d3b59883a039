import { type SessionChoice, withSessionChoice } from '@fernweh/contracts/browser/session-choice'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { toDayAndTime } from '@fernweh/ui/content/PlaceTime'
import { Price } from '@fernweh/ui/content/Price'
import { Notices } from '@fernweh/ui/feedback/Notice'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { toTotalPrice } from '../../booking/total-price.ts'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { HoldButton } from './HoldButton.tsx'
import styles from './HoldSeatsForm.module.css'
import { keepWantedHold } from './wanted-hold.ts'

interface HoldActionProps {
  seats: number
  /** How many seats of the session the person holds. */
  ownSeats: number
  /** Path and query. */
  page: string
  host: TeamHost
  kind: 'action' | 'quiet'
  busy: boolean
}

/** The button for what is chosen, or why there is none. Without script the choice is known only once it is sent. */
export function HoldAction({ session, ...props }: HoldActionProps & { session: Versioned<SessionSeats> | undefined }) {
  const { t } = useMessages()
  const isHydrated = useHydrated()
  if (session) return <SessionAction session={session} {...props} />
  if (isHydrated) return <p className={styles.soft}>{t('sessions.none-with-room', { seats: props.seats })}</p>
  return <ChoiceButton choice={{ seats: props.seats, sessionId: null }} {...props} />
}

function SessionAction({ session, ...props }: HoldActionProps & { session: Versioned<SessionSeats> }) {
  const { t, locale } = useMessages()
  const { data } = useFeed(props.host, session)
  const { sessionId, price, seatsLeft } = data
  const { seats, ownSeats, busy } = props
  const isTooFull = useHydrated() && seatsLeft < seats && !busy
  const reason = () =>
    ownSeats > 0 ? t('hold.too-few-own', { left: seatsLeft, own: ownSeats }) : t('hold.too-few', { left: seatsLeft })
  return (
    <>
      <Notices>{isTooFull && <p>{reason()}</p>}</Notices>
      {!isTooFull && (
        <div className={styles.action}>
          {/* On a phone the button stays in view, and what it is about beside it. */}
          <p className={styles.selected} suppressHydrationWarning>
            {toDayAndTime(data, locale)}{' '}
            <strong>
              <Price price={toTotalPrice({ price, seats })} />
            </strong>
          </p>
          <ChoiceButton choice={{ seats, sessionId }} {...props} />
        </div>
      )}
    </>
  )
}

function ChoiceButton({ choice, page, host, ...button }: HoldActionProps & { choice: SessionChoice }) {
  const signInHref = host.user === null ? toSignInPath(withSessionChoice(page, choice)) : null
  return <HoldButton {...button} signInHref={signInHref} onSignIn={() => keepWantedHold(choice)} />
}

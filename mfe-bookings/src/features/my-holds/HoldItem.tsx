import type { Hold } from '@fernweh/contracts/feeds/bookings'
import type { Host } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import { toPrice } from '@fernweh/ui/Price'
import { Trouble } from '@fernweh/ui/Trouble'
import type { Clock } from '@fernweh/ui/use-clock'
import { toSeats } from '../../seat-words.ts'
import { toSignInHref } from '../../sign-in-href.ts'
import { toEndWords } from './end-words.ts'
import styles from './HoldItem.module.css'
import { type ReleaseState, toRefusalWords, toShownHold } from './release-state.ts'
import { useRelease } from './use-release.ts'

interface HoldItemProps {
  hold: Hold
  page: string
  host: Host
  clock: Clock
}

export function HoldItem({ hold: followed, page, host, clock }: HoldItemProps) {
  const { state, release } = useRelease(host, followed.holdId)
  const hold = toShownHold(followed, state)
  const held = hold.status === 'held'
  return (
    <li className={styles.item} data-hold={hold.holdId} data-status={hold.status}>
      <div>
        <h2 className={styles.title}>
          <a href={`/e/${hold.experienceId}`}>{followed.title ?? 'See the experience'}</a>
        </h2>
        <p>
          <PlaceTime instant={hold.startsAt} zone={hold.zone} locale={host.locale} />
        </p>
        <p className={styles.soft} suppressHydrationWarning>
          {toSeats(hold.seats)} · {toPrice({ ...hold.price, amount: hold.price.amount * hold.seats }, host.locale)}
        </p>
      </div>
      {held && (
        <div className={styles.actions}>
          <Countdown until={hold.expiresAt} clock={clock} over="Time is up; the seats are going back" />
          <Button needsScript busy={state.name === 'sent'} onClick={() => void release()}>
            Release {toSeats(hold.seats)}
          </Button>
        </div>
      )}
      <div className={styles.outcome}>
        <Notices>
          {!held && <p className={styles.soft}>{toEndWords(hold.status)}</p>}
          {held && <Outcome state={state} signInHref={toSignInHref(page)} />}
        </Notices>
      </div>
    </li>
  )
}

function Outcome({ state, signInHref }: { state: ReleaseState; signInHref: string }) {
  if (state.name === 'sent') return <Notice kind="wait">Sent: giving the seats back…</Notice>
  if (state.name === 'refused') return <Notice kind="loss">{toRefusalWords(state.refusal)}</Notice>
  if (state.name === 'unsure') return <Trouble fault={state.fault} signInHref={signInHref} />
  return null
}

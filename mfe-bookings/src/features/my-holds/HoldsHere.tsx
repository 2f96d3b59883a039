import type { Hold, TravellerHolds } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Countdown } from '@fernweh/ui/Countdown'
import { Notice, Notices } from '@fernweh/ui/Notice'
import { PlaceTime } from '@fernweh/ui/PlaceTime'
import type { Clock } from '@fernweh/ui/use-clock'
import { toSeats } from '../../seat-words.ts'
import { toEndWords } from './end-words.ts'
import { mergeHolds } from './merge-holds.ts'
import { useEndedHolds } from './use-ended-holds.ts'

interface HoldsHereProps {
  experienceId: string
  mine: Versioned<TravellerHolds>
  /** Holds whose answer came before the feed told of them. */
  answered: Hold[]
  host: Host
  clock: Clock
}

/** What this person holds of the experience on the page. */
export function HoldsHere({ experienceId, mine, answered, host, clock }: HoldsHereProps) {
  const { data } = useFeed(host, mine)
  const here = mergeHolds(data.holds, answered).filter((hold) => hold.experienceId === experienceId)
  const [lastEnded] = useEndedHolds(host, here)
  return (
    <>
      <Notices>{lastEnded && <Notice kind="loss">{toEndWords(lastEnded.status)}</Notice>}</Notices>
      {here
        .filter(({ status }) => status === 'held')
        .map((hold) => (
          <HeldNotice key={hold.holdId} hold={hold} locale={host.locale} clock={clock} />
        ))}
    </>
  )
}

function HeldNotice({ hold, locale, clock }: { hold: Hold; locale: string; clock: Clock }) {
  return (
    <Notice kind="calm">
      <p>
        You hold <strong>{toSeats(hold.seats)}</strong>
      </p>
      <p>
        <PlaceTime instant={hold.startsAt} zone={hold.zone} locale={locale} />
      </p>
      <p>
        <Countdown until={hold.expiresAt} clock={clock} over="Time is up" /> · <a href="/holds">See or release them</a>
      </p>
    </Notice>
  )
}

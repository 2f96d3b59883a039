import type { TravellerHolds } from '@fernweh/contracts/feeds/bookings'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { ButtonLink } from '@fernweh/ui/Button'
import type { Clock } from '@fernweh/ui/use-clock'
import { HoldItem } from './HoldItem.tsx'
import styles from './HoldList.module.css'
import { useEndedHolds } from './use-ended-holds.ts'

interface HoldListProps {
  mine: Versioned<TravellerHolds>
  page: string
  host: Host
  clock: Clock
}

/** Holds keep their place when they end, so that nothing jumps under a pointer. */
export function HoldList({ mine, page, host, clock }: HoldListProps) {
  const { data, status } = useFeed(host, mine)
  useEndedHolds(host, data.holds)
  return (
    <>
      {status === 'offline' && <p className={styles.soft}>Not live for the moment; we are reconnecting.</p>}
      {data.holds.length === 0 && <Empty />}
      <ul className={styles.list}>
        {data.holds.map((hold) => (
          <HoldItem key={hold.holdId} hold={hold} page={page} host={host} clock={clock} />
        ))}
      </ul>
    </>
  )
}

function Empty() {
  return (
    <>
      <p>You hold no seats. When you do, they wait for you here, with the time that is left.</p>
      <p>
        <ButtonLink kind="action" href="/">
          Find something
        </ButtonLink>
      </p>
    </>
  )
}

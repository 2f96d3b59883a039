import type { Hold } from '@fernweh/contracts/feeds/bookings'
import type { SessionsData } from '@fernweh/contracts/parts/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useClock } from '@fernweh/ui/use-clock'
import { useState } from 'react'
import { HoldSeats } from '../features/hold-seats/HoldSeats.tsx'
import { HoldsHere } from '../features/my-holds/HoldsHere.tsx'

export function Sessions({ data, host, now }: PartProps<SessionsData>) {
  const clock = useClock(now)
  const [answered, setAnswered] = useState<Hold[]>([])
  return (
    <section aria-labelledby="bookings-sessions">
      <h2 id="bookings-sessions">When</h2>
      <HoldSeats
        data={data}
        host={host}
        onHeld={(hold) => setAnswered((earlier) => [hold, ...earlier])}
        held={data.mine && <HoldsHere {...data} mine={data.mine} answered={answered} host={host} clock={clock} />}
      />
    </section>
  )
}

import type { Hold } from '@fernweh/contracts/feeds/bookings'
import type { Host } from '@fernweh/kit/browser/host'
import { useEffect, useRef, useState } from 'react'
import { endedSince } from './merge-holds.ts'

/** Holds that ended while the page was open, newest first; each is told to the other parts once. */
export function useEndedHolds(host: Host, holds: Hold[]): Hold[] {
  const before = useRef(holds)
  const [ended, setEnded] = useState<Hold[]>([])
  useEffect(() => {
    const fresh = endedSince(before.current, holds)
    before.current = holds
    if (fresh.length === 0) return
    setEnded((earlier) => [...fresh, ...earlier])
    for (const { holdId } of fresh) host.bus.emit('bookings:hold-ended', { holdId })
  }, [host, holds])
  return ended
}

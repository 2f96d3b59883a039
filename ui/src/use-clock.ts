import { useLayoutEffect, useState } from 'react'

/** A page is on its way for a while: less than this apart, both clocks are right. */
const TRUSTED_MS = 60_000

export interface Clock {
  /** When the server rendered, in milliseconds since the epoch: what both sides show at first. */
  opened: number
  /** What to add to the browser's clock when it is plainly wrong. */
  skew: number
}

/** For a part's root: `now` is measured against the browser's clock once, when the part is mounted. */
export function useClock(now: string): Clock {
  const [clock] = useState(() => toClock(Date.parse(now), Date.now()))
  return clock
}

export function toClock(opened: number, here: number): Clock {
  return { opened, skew: Math.abs(opened - here) < TRUSTED_MS ? 0 : opened - here }
}

/** The time in milliseconds, every second; right from the first painting also for what is mounted later. */
export function useNow({ opened, skew }: Clock): number {
  const [now, setNow] = useState(opened)
  useLayoutEffect(() => {
    const tick = () => setNow(Date.now() + skew)
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [skew])
  return now
}

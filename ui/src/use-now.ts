import { useEffect, useState } from 'react'

/** A page is on its way for a while: less than this apart, both clocks are right. */
const TRUSTED_MS = 60_000

/**
 * Milliseconds since the epoch, ticking every second once the part is mounted. The first value is the server's, so that
 * both sides render the same; later ones are the browser's, corrected when its clock is plainly wrong.
 */
export function useNow(now: string): number {
  const [current, setCurrent] = useState(() => Date.parse(now))
  useEffect(() => {
    const apart = Date.parse(now) - Date.now()
    const correction = Math.abs(apart) < TRUSTED_MS ? 0 : apart
    const timer = setInterval(() => setCurrent(Date.now() + correction), 1000)
    return () => clearInterval(timer)
  }, [now])
  return current
}

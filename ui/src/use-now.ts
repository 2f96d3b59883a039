import { useEffect, useState } from 'react'

/**
 * Milliseconds since the epoch, ticking every second once the part is mounted. The first value is the server's, so that
 * both sides render the same; later ones follow the server's clock, not a wrong one in the browser.
 */
export function useNow(now: string): number {
  const [current, setCurrent] = useState(() => Date.parse(now))
  useEffect(() => {
    const ahead = Date.parse(now) - Date.now()
    const timer = setInterval(() => setCurrent(Date.now() + ahead), 1000)
    return () => clearInterval(timer)
  }, [now])
  return current
}

import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { useState } from 'react'

/** The answer to a command may come before the feed tells of it: it stands until the feed tells something. */
export function useAnswered(followed: Booking) {
  const [answer, setAnswer] = useState<Pick<Booking, 'status'> & { from: Booking['status'] }>()
  const shown = answer?.from === followed.status ? { ...followed, status: answer.status } : followed
  const tell = ({ status }: Booking) => setAnswer({ from: followed.status, status })
  return [shown, tell] as const
}

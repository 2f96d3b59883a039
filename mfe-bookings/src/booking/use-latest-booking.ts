import type { Booking } from '@fernweh/contracts/feeds/bookings'
import { useState } from 'react'

/** A command's answer may arrive before the feed's update: it is shown until the feed's status changes. */
export function useLatestBooking(fromFeed: Booking) {
  const [answer, setAnswer] = useState<Pick<Booking, 'status'> & { from: Booking['status'] }>()
  const latest = answer?.from === fromFeed.status ? { ...fromFeed, status: answer.status } : fromFeed
  const setAnswered = ({ status }: Booking) => setAnswer({ from: fromFeed.status, status })
  return [latest, setAnswered] as const
}

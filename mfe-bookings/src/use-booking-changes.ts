import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Host } from '@fernweh/kit/browser/host'
import { useEffect, useRef, useState } from 'react'
import { changedSince, visitedSince } from './bookings-told.ts'

/** Bookings that changed while the page was open, newest first; the other fragments are told of each change once. */
export function useBookingChanges({ bus }: Host, bookings: Booking[]): Booking[] {
  const before = useRef(bookings)
  const [changed, setChanged] = useState<Booking[]>([])
  useEffect(() => {
    const fresh = changedSince(before.current, bookings)
    for (const { bookingId, experienceId } of visitedSince(before.current, bookings)) {
      bus.emit('bookings:visit-ended', { bookingId, experienceId })
    }
    before.current = bookings
    if (fresh.length === 0) return
    setChanged((earlier) => [...fresh, ...earlier])
    for (const booking of fresh) tell(bus, booking)
  }, [bus, bookings])
  return changed
}

function tell(bus: Host['bus'], { bookingId, experienceId, status }: Booking): void {
  if (status === 'released' || status === 'expired') bus.emit('bookings:hold-ended', { bookingId })
  if (status === 'confirmed') bus.emit('bookings:booking-confirmed', { bookingId, experienceId })
  if (status === 'cancelled') bus.emit('bookings:booking-cancelled', { bookingId, experienceId })
}

import type { Booking } from '@fernweh/contracts/feeds/bookings'
import type { Clock } from '@fernweh/ui/use-clock'
import { useEffect, useRef, useState } from 'react'
import type { TeamHost } from '../host.ts'
import { findChangedBookings, findEndedVisits } from './booking-changes.ts'

/** Bookings that changed while the page was open, newest first. Publishes each change on the bus once. */
export function useBookingChanges({ bus }: TeamHost, bookings: Booking[], { skew }: Clock): Booking[] {
  const before = useRef(bookings)
  const [changed, setChanged] = useState<Booking[]>([])
  useEffect(() => {
    const changes = findChangedBookings(before.current, bookings)
    for (const { bookingId, experienceId } of findEndedVisits(before.current, bookings)) {
      bus.emit('bookings:visit-ended', { bookingId, experienceId })
    }
    before.current = bookings
    if (changes.length === 0) return
    setChanged((earlier) => [...changes, ...earlier])
    for (const booking of changes) publish(bus, booking)
  }, [bus, bookings])
  useEffect(() => {
    const deadlines = toDeadlines(bookings, skew)
    if (Object.keys(deadlines).length > 0) bus.emit('page:deadlines-changed', { deadlines })
  }, [bus, bookings, skew])
  return changed
}

/** By booking: when the browser's clock shows the end of its hold, and null for one that ended before its time. */
function toDeadlines(bookings: Booking[], skew: number): Record<string, number | null> {
  const running = bookings.filter(({ expiresAt }) => Date.parse(expiresAt) - skew > Date.now())
  const untilOf = ({ status, expiresAt }: Booking) => (status === 'held' ? Date.parse(expiresAt) - skew : null)
  return Object.fromEntries(running.map((booking) => [booking.bookingId, untilOf(booking)]))
}

function publish(bus: TeamHost['bus'], { bookingId, experienceId, status }: Booking): void {
  if (status === 'released' || status === 'expired') bus.emit('bookings:hold-ended', { bookingId })
  if (status === 'confirmed') bus.emit('bookings:booking-confirmed', { bookingId, experienceId })
  if (status === 'cancelled') bus.emit('bookings:booking-cancelled', { bookingId, experienceId })
}

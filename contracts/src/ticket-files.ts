/** What a traveller carries of a booking: its ticket's address, and its entry in a calendar. */
import type { Place } from './browser/map-links.ts'

/** The ticket's code contains this address; the host's staff open it to check the ticket. */
export const toTicketUrl = (reference: string, origin: string) => `${origin}/tickets/${reference}`

export interface CalendarEntry {
  /** Always the same for a booking, so that later news of it replace the entry. */
  uid: string
  isCancelled: boolean
  startsAt: string
  endsAt: string
  zone: string
  title: string
  description: string
  place: string | null
  point: Place | null
  /** Page of the booking. */
  url: string
}

interface BookingInCalendar extends Omit<CalendarEntry, 'uid' | 'url'> {
  bookingId: string
}

/** `origin` is that of the pages. */
export function toCalendarEntry({ bookingId, ...entry }: BookingInCalendar, origin: string): CalendarEntry {
  return { ...entry, uid: `${bookingId}@${new URL(origin).hostname}`, url: `${origin}/bookings/${bookingId}` }
}

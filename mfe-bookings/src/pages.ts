import type { PageDeclaration } from '@fernweh/contracts/release'

export const pages: PageDeclaration[] = [
  { path: '/bookings', layout: 'simple', main: 'bookings/MyBookings' },
  { path: '/bookings/:id', layout: 'list', main: 'bookings/Booking', fragments: { below: 'reviews/BookingReview' } },
  { path: '/tickets/:reference', layout: 'simple', main: 'bookings/Ticket' },
]

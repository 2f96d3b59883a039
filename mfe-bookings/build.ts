import { buildRemote } from '@fernweh/kit/build/define-remote'
import { pages } from './src/pages.ts'

await buildRemote({
  name: 'bookings',
  exposes: {
    Sessions: './src/exposes/Sessions.ts',
    MyBookings: './src/exposes/MyBookings.ts',
    Booking: './src/exposes/Booking.ts',
    Ticket: './src/exposes/Ticket.ts',
  },
  pages,
  server: './src/server.tsx',
  budgets: {
    Sessions: { js: 15_500, css: 2_800 },
    MyBookings: { js: 14_000, css: 2_300 },
    Booking: { js: 15_000, css: 2_600 },
    Ticket: { js: 9_500, css: 1_700 },
  },
})

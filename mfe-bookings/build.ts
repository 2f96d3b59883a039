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
})

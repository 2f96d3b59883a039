/**
 * Every fragment of this team with its budget in bytes, compressed. Fragment `Sessions` is the component that
 * `src/fragments/Sessions.tsx` exports; the build exposes and renders it.
 */
export const fragments = {
  Sessions: { js: 16_700, css: 2_800 },
  MyBookings: { js: 14_200, css: 2_300 },
  Booking: { js: 15_500, css: 2_600 },
  Ticket: { js: 9_500, css: 1_700 },
}

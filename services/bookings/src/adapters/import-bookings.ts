import { importBookings } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import type { SessionClerk } from '../session-clerk.ts'
import { withFreeReference } from './references.ts'

/** For operators: whatever is below `/ops` is theirs. */
export function serveImport(router: IRouter, clerk: SessionClerk, newReference: () => string): void {
  route(router, importBookings, async ({ body: { bookings } }) => {
    const importing = bookings.map((booking) =>
      withFreeReference(newReference, (reference) =>
        clerk.execute(
          { type: 'import-booking', ...booking, reference },
          { meta: { correlationId: `import.${booking.bookingId}` } },
        ),
      ),
    )
    const answers = await Promise.all(importing)
    const rejected = answers.flatMap((answer, row) =>
      isRefused(answer) ? [{ row: `bookings.${row}`, reason: answer.refused }] : [],
    )
    return { bookings: bookings.length - rejected.length, rejected }
  })
}

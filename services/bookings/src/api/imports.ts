import { importBookings } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import type { SessionBatcher } from '../views/project.ts'
import { withUnusedReference } from '../views/references.ts'

/** Below `/ops`, so only operators reach it. */
export function serveImports(router: IRouter, batcher: SessionBatcher, newReference: () => string): void {
  route(router, importBookings, async ({ body: { bookings } }) => {
    const importing = bookings.map((booking) =>
      withUnusedReference(newReference, (reference) =>
        batcher.execute(
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

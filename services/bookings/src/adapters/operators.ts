import { MOST_SEATS } from '@fernweh/contracts/api/bookings'
import { isRefused } from '@fernweh/contracts/api/operation'
import { id } from '@fernweh/contracts/envelope'
import { ops } from '@fernweh/kit/server/http'
import { HttpProblem, invalidFields } from '@fernweh/kit/server/problem'
import type { Express } from 'express'
import { z } from 'zod'
import type { SessionClerk } from '../session-clerk.ts'
import { withFreeReference } from './references.ts'

const visit = z.object({ sessionId: id, bookingId: id, travellerId: id, seats: z.int().min(1).max(MOST_SEATS) })

/** `POST /ops/visits { sessionId, bookingId, travellerId, seats }`: somebody was there with a booking of another system. */
export function serveImport(app: Express, clerk: SessionClerk, newReference: () => string): void {
  ops(app, 'POST /ops/visits', async ({ body }) => {
    const read = visit.safeParse(body)
    if (!read.success) throw invalidFields(read.error, 'body')
    const command = { type: 'import-visit' as const, ...read.data }
    const meta = { correlationId: `import.${command.bookingId}` }
    const answer = await withFreeReference(newReference, (reference) =>
      clerk.execute({ ...command, reference }, { meta }),
    )
    if (isRefused(answer)) throw new HttpProblem(409, answer)
    return answer
  })
}

import { createHash } from 'node:crypto'
import {
  cancelBooking,
  earlierBookings,
  getBooking,
  holdSeats,
  myBookings,
  releaseHold,
} from '@fernweh/contracts/api/bookings'
import type { AnswerOf, Operation, RefusalOf, Refused } from '@fernweh/contracts/api/operation'
import type { Pool } from '@fernweh/kit/server/database/database'
import type { CommandContext } from '@fernweh/kit/server/event-log/command-batcher'
import { type ParsedRequest, requireKey, route } from '@fernweh/kit/server/http/http'
import { requireIdentity } from '@fernweh/kit/server/http/identity'
import type { IRouter } from 'express'
import type { SessionCommand } from '../domain/decider.ts'
import { readBooking, readEarlier, readTraveller, sessionOfBooking } from '../views/bookings.ts'
import type { SessionBatcher } from '../views/project.ts'

type Reply<O extends Operation> = AnswerOf<O> | Refused<RefusalOf<O>>

export function serveBookings(router: IRouter, { pool, batcher }: { pool: Pool; batcher: SessionBatcher }): void {
  route(router, myBookings, async (request) => ({
    bookings: await readTraveller(pool, requireIdentity(request).sub),
  }))

  route(router, earlierBookings, async (request) => {
    const { sub: travellerId } = requireIdentity(request)
    return readEarlier(pool, { travellerId, bookingId: request.query.before })
  })

  route(router, getBooking, async (request) => {
    const { sub: travellerId } = requireIdentity(request)
    const booking = await readBooking(pool, { travellerId, bookingId: request.params.bookingId })
    return booking ? { booking } : { refused: 'no-such-booking' }
  })

  route(router, holdSeats, async (request) => {
    const caller = toCaller(request)
    const { sessionId, seats } = request.body
    const { travellerId } = caller
    return execute<typeof holdSeats>(caller, {
      type: 'hold-seats',
      sessionId,
      holdId: holdIdOf(caller),
      travellerId,
      seats,
    })
  })

  route(router, releaseHold, async (request) => {
    const caller = toCaller(request)
    const { travellerId } = caller
    const holdId = request.params.bookingId
    const sessionId = await sessionOfBooking(pool, { travellerId, bookingId: holdId })
    if (!sessionId) return { refused: 'no-such-booking' }
    return execute<typeof releaseHold>(caller, { type: 'release-hold', sessionId, holdId, travellerId })
  })

  route(router, cancelBooking, async (request) => {
    const caller = toCaller(request)
    const { travellerId } = caller
    const { bookingId } = request.params
    const sessionId = await sessionOfBooking(pool, { travellerId, bookingId })
    if (!sessionId) return { refused: 'no-such-booking' }
    return execute<typeof cancelBooking>(caller, { type: 'cancel-booking', sessionId, bookingId, travellerId })
  })

  async function execute<O extends Operation>(caller: TravellerRequest, command: SessionCommand): Promise<Reply<O>> {
    return (await batcher.execute(command, toContext(caller))) as Reply<O>
  }
}

interface TravellerRequest {
  travellerId: string
  /** Idempotency key. */
  key: string
  traceparent: string | undefined
}

function toCaller(request: Pick<ParsedRequest<typeof holdSeats>, 'identity' | 'key' | 'trace'>): TravellerRequest {
  return { travellerId: requireIdentity(request).sub, key: requireKey(request), traceparent: request.trace }
}

/** Keys belong to their traveller: the same key from two people is two requests. */
const scopedKey = ({ travellerId, key }: TravellerRequest) => `${travellerId}:${key}`

/** Derived from the key, so that a repeated request makes the same command. */
const holdIdOf = (caller: TravellerRequest) => createHash('sha256').update(scopedKey(caller)).digest('hex').slice(0, 32)

function toContext(caller: TravellerRequest): CommandContext {
  const { travellerId, key, traceparent } = caller
  return { key: scopedKey(caller), meta: { correlationId: key, actor: travellerId, traceparent } }
}

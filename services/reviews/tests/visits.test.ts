/** Only visitors may review, once for each visit. */
import { listVisitsToReview, type VisitToReview } from '@fernweh/contracts/api/reviews'
import { bookingCancelled, bookingConfirmed, visitEnded } from '@fernweh/contracts/events/bookings'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { as, createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const invitations = async (experienceId: string, who: string) =>
  (await world.read(experienceId, as(who))).invitations.map(({ bookingId }) => bookingId)

describe('a visit', () => {
  it('invites its traveller, and nobody else', async () => {
    const bookingId = await world.visit('tiles', 'ann')
    expect(await invitations('tiles', 'ann')).toEqual([bookingId])
    expect(await invitations('tiles', 'bob')).toEqual([])
    expect(await invitations('fado', 'ann')).toEqual([])
    expect((await world.read('tiles')).invitations).toEqual([])
  })

  it('is shown with its review to its traveller only', async () => {
    const bookingId = await world.visit('dunes', 'ann')
    const nothing = { visit: null, mine: null }
    expect(await world.visitOf(bookingId, as('bob'))).toEqual(nothing)
    expect(await world.visitOf(bookingId)).toEqual(nothing)
    expect(await world.visitOf('no-such-booking', as('ann'))).toEqual(nothing)
    const before = await world.visitOf(bookingId, as('ann'))
    expect(before).toMatchObject({ visit: { bookingId, experienceId: 'dunes' }, mine: null })

    await world.service().ops('relay', { paused: true })
    const { body } = await world.review(bookingId, 'ann')
    expect(await world.visitOf(bookingId, as('ann'))).toEqual({ ...before, mine: body.mine })
    await world.service().ops('relay', { paused: false })
    await world.shown('dunes', 1)
    expect((await world.visitOf(bookingId, as('ann'))).mine).toEqual({ status: 'published', review: body.mine.review })
  })

  it('is listed for its traveller until it has a review, also one that is on its way', async () => {
    const toReview = async (who: string) =>
      (await world.service().call(listVisitsToReview, { by: as(who) })).body.visits.map(
        ({ bookingId }: VisitToReview) => bookingId,
      )
    const [first, second] = [await world.visit('harbour', 'gus'), await world.visit('tower', 'gus')]
    expect(await toReview('gus')).toEqual([second, first])
    expect(await toReview('hal')).toEqual([])
    await world.service().ops('relay', { paused: true })
    await world.review(first, 'gus')
    expect(await toReview('gus')).toEqual([second])
    await world.service().ops('relay', { paused: false })
    await world.shown('harbour', 1)
    expect(await toReview('gus')).toEqual([second])
    expect((await world.service().call(listVisitsToReview)).status).toBe(401)
  })

  it('of another traveller cannot be reviewed, nor can a booking that does not exist', async () => {
    const bookingId = await world.visit('tram', 'ann')
    const refused = { status: 409, body: { refused: 'no-such-visit' } }
    expect(await world.review(bookingId, 'bob')).toEqual(refused)
    expect(await world.review('no-such-booking', 'ann')).toEqual(refused)
    expect((await world.review(bookingId, 'ann')).status).toBe(200)
  })

  it('has its own review; the newest of a person is shown as theirs', async () => {
    const [first, second] = [await world.visit('sauna', 'ann'), await world.visit('sauna', 'ann')]
    expect(await invitations('sauna', 'ann')).toEqual([second, first])
    await world.review(first, 'ann', { rating: 2, text: 'Hot.' })
    expect(await invitations('sauna', 'ann')).toEqual([second])
    await world.review(second, 'ann', { rating: 4, text: 'Better.' })
    const { data } = await world.shown('sauna', 2)
    expect(data.average).toBe(3)
    expect((await world.read('sauna', as('ann'))).mine).toMatchObject({
      status: 'published',
      review: { reviewId: second, text: 'Better.' },
    })
  })

  it('invites once, though its event arrives again', async () => {
    const bookingId = 'b-twice'
    const booking = { sessionId: 's-twice', bookingId, travellerId: 'cy', seats: 1, experienceId: 'market' }
    const event = await world.bookings.append(visitEnded, booking.sessionId, booking)
    await world.bookings.publish({ ...event, id: crypto.randomUUID() })
    await world.bookings.append(visitEnded, booking.sessionId, booking)
    await until(
      () => reached('session.s-twice'),
      (version) => version === 2,
    )
    expect(await invitations('market', 'cy')).toEqual([bookingId])
  })

  it('does not invite when its booking was cancelled', async () => {
    const booking = { sessionId: 's-off', bookingId: 'b-off', travellerId: 'dee', seats: 2 }
    const price = { amount: 4500, currency: 'EUR' }
    const confirmed = { ...booking, price, reference: 'FW-7K3MQ2XZ4D', paymentId: 'b-off' }
    await world.bookings.append(bookingConfirmed, 's-off', confirmed)
    await world.bookings.append(bookingCancelled, 's-off', { ...booking, paymentId: 'b-off' })
    await until(
      () => reached('session.s-off'),
      (version) => version === 2,
    )
    expect((await world.visitOf('b-off', as('dee'))).visit).toBeNull()
    expect((await world.review('b-off', 'dee')).body).toEqual({ refused: 'no-such-visit' })
  })
})

describe('reviews of another system', () => {
  const importAll = (...reviews: object[]) => world.service().ops('reviews', { reviews })
  const content = { rating: 4, text: 'Blue hands for days.' }

  it('are imported once, each for its visit, by its traveller, at the time it was written', async () => {
    const bookingId = await world.visit('azulejo', 'fay')
    const writtenAt = new Date().toISOString()
    const answer = { status: 200, body: { reviews: 1, rejected: [] } }
    expect(await importAll({ ...content, bookingId, writtenAt })).toEqual(answer)
    expect(await importAll({ ...content, bookingId, writtenAt })).toEqual(answer)
    const { data } = await world.shown('azulejo', 1)
    expect(data.reviews).toMatchObject([
      { ...content, reviewId: bookingId, authorId: 'fay', verified: true, writtenAt },
    ])
    expect(await invitations('azulejo', 'fay')).toEqual([])
  })

  it('are rejected by their row where nobody can have written them', async () => {
    const [visited, reviewed] = [await world.visit('quay', 'gus'), await world.visit('quay', 'gus')]
    const now = new Date().toISOString()
    await world.review(reviewed, 'gus')
    const answer = await importAll(
      { ...content, bookingId: 'never', writtenAt: now },
      { ...content, bookingId: visited, writtenAt: '2020-01-01T00:00:00Z' },
      { ...content, bookingId: visited, writtenAt: '2120-01-01T00:00:00Z' },
      { ...content, bookingId: reviewed, writtenAt: now },
    )
    const reasons = ['no-such-visit', 'written-before-visit', 'written-in-future', 'already-reviewed']
    const rejected = reasons.map((reason, row) => ({ row: `reviews.${row}`, reason }))
    expect(answer.body).toEqual({ reviews: 0, rejected })
    expect((await importAll({ ...content, rating: 6, bookingId: visited, writtenAt: now })).body.invalid[0].field).toBe(
      'reviews.0.rating',
    )
  })
})

describe('the audit', () => {
  it('finds a verified review without a visit', async () => {
    await world.auditPasses()
    const { rows } = await world.database.pool.query(`delete from visits where traveller_id = 'ann' returning *`)
    expect(await world.failingChecks()).toMatchObject([{ name: 'every verified review is of a visit of its author' }])
    for (const row of rows) {
      const values = [row.booking_id, row.traveller_id, row.experience_id, row.ended_at]
      await world.database.pool.query('insert into visits values ($1, $2, $3, $4)', values)
    }
    expect(await world.failingChecks()).toEqual([])
  })
})

async function reached(stream: string): Promise<number> {
  const { rows } = await world.database.pool.query<{ version: number }>(
    `select version from consumed where consumer = 'reviews-invite-after-visit' and stream = $1`,
    [stream],
  )
  return rows[0]?.version ?? 0
}

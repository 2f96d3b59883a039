/** Reviews of the first version, which belong to no visit, are still shown, but not as verified. */
import { randomUUID } from 'node:crypto'
import { type Pool, transaction } from '@fernweh/kit/server/database/database'
import { append } from '@fernweh/kit/server/event-log/event-log'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { as, createWorld, type World } from './world.ts'

const old = { reviewId: 'tiles__ann', experienceId: 'tiles', authorId: 'ann', rating: 4, text: 'Blue hands for days.' }
const { experienceId: _, ...shown } = old
const unverified = { ...shown, verified: false }

async function storeOldReview(pool: Pool): Promise<void> {
  const type = 'fernweh.reviews.review-written'
  const meta = { correlationId: randomUUID(), actor: 'ann' }
  const written = { stream: 'review.tiles__ann', version: 1, type, schemaVersion: 1, data: old, meta }
  await transaction(pool, (tx) => append(tx, [written]))
  await pool.query(
    `insert into reviews select data->>'reviewId', data->>'experienceId', data->>'authorId', 4, data->>'text', at from events`,
  )
  await pool.query(`insert into ratings values ('tiles', 1, 4)`)
  await pool.query(`insert into consumed values ('reviews-show-reviews', 'review.tiles__ann', 1)`)
}

let world: World
beforeAll(async () => {
  world = await createWorld(storeOldReview)
})
afterAll(() => world.end())

it('an old review is still shown, without the badge, and still its author’s', async () => {
  const { rating, mine, invitations } = await world.read('tiles', as('ann'))
  expect(rating.data).toMatchObject({ average: 4, count: 1, reviews: [unverified] })
  expect(mine).toMatchObject({ status: 'published', review: unverified })
  expect(invitations).toEqual([])
})

it('its author may also review a visit, and that review is verified', async () => {
  await world.write('tiles', 'ann', { rating: 5, text: 'And the second time, a whole wall.' })
  const { data } = await world.shown('tiles', 2)
  expect(data.reviews.map(({ verified }) => verified)).toEqual([true, false])
  expect(data.average).toBe(4.5)
})

it('a rebuild shows the same', async () => {
  const before = await world.shown('tiles', 2)
  await world.rebuildViews()
  expect((await world.shown('tiles', 2)).data).toEqual(before.data)
  await world.auditPasses()
})

import { getPerson } from '@fernweh/contracts/api/reviews'
import { experiencePublished } from '@fernweh/contracts/events/catalog'
import { until } from '@fernweh/kit/testing/until'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWorld, type World } from './world.ts'

let world: World
beforeAll(async () => {
  world = await createWorld()
  await world.addPerson('ann', 'Ann')
})
afterAll(() => world.end())

const person = async (personId: string) => (await world.service().call(getPerson, { params: { personId } })).body

describe('a person', () => {
  it('is shown with all they wrote, newest first, and what it is about', async () => {
    await world.write('tiles', 'ann', { rating: 3, text: 'Blue hands.' })
    await world.write('dunes', 'ann', { text: 'Warm sand.' })
    await world.write('dunes', 'bob')
    await world.shown('dunes', 2)
    await world.catalog.append(experiencePublished, 'dunes', dunes)
    const shown = await until(
      () => person('ann'),
      ({ person, reviews }) => person?.count === 2 && reviews[0].offer !== null,
    )
    expect(shown).toMatchObject({
      person: { name: 'Ann', since: shown.reviews[1].writtenAt },
      reviews: [
        {
          text: 'Warm sand.',
          verified: true,
          experienceId: 'dunes',
          offer: { title: 'Dunes at dusk', language: 'en', translations: { de: 'Dünen am Abend' } },
        },
        { text: 'Blue hands.', rating: 3, experienceId: 'tiles', offer: null },
      ],
    })
  })

  it('with an account and no review is refused like one without an account', async () => {
    await world.addPerson('fay', 'Fay')
    expect(await person('fay')).toEqual({ refused: 'no-such-person' })
    expect(await person('nobody')).toEqual({ refused: 'no-such-person' })
  })

  it('who has left is refused too, whatever they wrote', async () => {
    await world.addPerson('eve', 'Eve')
    await world.write('dunes', 'eve')
    await until(
      () => person('eve'),
      (shown) => 'person' in shown,
    )
    world.keys.delete('eve')
    await world.restart()
    expect(await person('eve')).toEqual({ refused: 'no-such-person' })
  })
})

const dunes = {
  experienceId: 'dunes',
  hostId: 'cleo',
  title: 'Dunes at dusk',
  summary: 'An hour on warm sand.',
  description: 'Bring a scarf.',
  language: 'en',
  translations: { de: { title: 'Dünen am Abend', summary: 'Eine Stunde auf warmem Sand.', description: 'Mit Schal.' } },
  city: 'Lisbon',
  country: 'PT',
  place: { latitude: 38.71, longitude: -9.13 },
  zone: 'Europe/Lisbon',
  category: 'walk' as const,
  durationMinutes: 120,
  languages: ['en'],
  price: { amount: 4500, currency: 'EUR' },
}

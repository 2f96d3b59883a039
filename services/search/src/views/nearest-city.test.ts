import { nearestCity } from '@fernweh/contracts/api/search'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import { describe, expect, it } from 'vitest'
import { experiencePublished, session, sessionOpened, tiles } from '../../tests/events.ts'
import { createExperiences, type Experiences } from './experiences.ts'
import { findNearestCity } from './nearest-city.ts'

const now = new Date('2030-06-01T00:00:00Z')
const time = '2030-05-01T00:00:00.000Z'

function publish(experiences: Experiences, city: string, latitude: number, longitude: number): void {
  const one = { ...tiles, experienceId: city.toLowerCase(), city, place: { latitude, longitude } }
  experiences.apply({ ...toEnvelope(experiencePublished, 'test', `experience.${city.toLowerCase()}`, 1, one), time })
}
function open(experiences: Experiences, city: string, startsAt = '2030-06-03T09:00:00.000Z'): void {
  const one = session(city.toLowerCase(), startsAt, { experienceId: city.toLowerCase() })
  experiences.apply({ ...toEnvelope(sessionOpened, 'test', `session.${city.toLowerCase()}`, 1, one), time })
}

type City = [name: string, latitude: number, longitude: number]
function marketOf(...cities: City[]): Experiences {
  const experiences = createExperiences()
  for (const city of cities) {
    publish(experiences, ...city)
    open(experiences, city[0])
  }
  return experiences
}
const lisbon: City = ['Lisbon', 38.71, -9.13]
const porto: City = ['Porto', 41.15, -8.61]

describe('the nearest city', () => {
  it('is the one with the least way, whichever came first', () => {
    const here = { latitude: 40.6, longitude: -8.6 }
    expect(findNearestCity(marketOf(lisbon, porto), here, now)).toEqual({ city: 'Porto', kilometres: 61 })
    expect(findNearestCity(marketOf(porto, lisbon), here, now)).toEqual({ city: 'Porto', kilometres: 61 })
  })

  it('may lie across the date line', () => {
    const fiji = marketOf(['Savusavu', -16.8, 179.3], lisbon)
    expect(findNearestCity(fiji, { latitude: -17, longitude: -179.9 }, now)).toEqual({
      city: 'Savusavu',
      kilometres: 88,
    })
  })

  it('is none where nothing is offered within 150 km, and in an empty market', () => {
    expect(findNearestCity(marketOf(lisbon, porto), { latitude: 48.2, longitude: 16.4 }, now)).toEqual({ city: null })
    expect(findNearestCity(marketOf(), { latitude: 0, longitude: 0 }, now)).toEqual({ city: null })
  })

  it('is one where something can be booked', () => {
    const experiences = marketOf(porto)
    publish(experiences, 'Aveiro', 40.64, -8.65)
    open(experiences, 'Aveiro', '2030-05-31T09:00:00.000Z')
    expect(findNearestCity(experiences, { latitude: 40.6, longitude: -8.6 }, now)).toMatchObject({ city: 'Porto' })
  })
})

it('a position is asked about in tenths of a degree only, on the earth', () => {
  const isTaken = (latitude: unknown, longitude: unknown) =>
    nearestCity.query.safeParse({ latitude, longitude }).success
  expect(isTaken('38.7', '-9.1')).toBe(true)
  expect(isTaken('-90', '180')).toBe(true)
  for (let tenth = -1800; tenth <= 1800; tenth += 1) expect(isTaken('0', String(tenth / 10))).toBe(true)
  expect(isTaken('38.71', '-9.1')).toBe(false)
  expect(isTaken('38.7', '-9.13')).toBe(false)
  expect(isTaken('90.1', '0')).toBe(false)
  expect(isTaken('0', '-180.1')).toBe(false)
  expect(isTaken(undefined, '0')).toBe(false)
})

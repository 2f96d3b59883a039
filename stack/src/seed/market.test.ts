import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openAccount } from '@fernweh/contracts/api/accounts'
import { importBookings } from '@fernweh/contracts/api/bookings'
import { importExperiences } from '@fernweh/contracts/api/catalog'
import { importReviews } from '@fernweh/contracts/api/reviews'
import { category } from '@fernweh/contracts/events/catalog'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { root } from '../state/folders.ts'
import { type City, readCities } from './cities.ts'
import { createMarket, quietExperiences } from './market.ts'
import { DAYS, visitedSessionId } from './sessions.ts'

const now = new Date('2027-06-15T23:35:00Z')

/** The countries of the seed, and more, by continent. */
const CONTINENTS: Record<string, string> = {
  Africa: 'CV DZ EG ET GH KE MA MG NA RW SN TN TZ UG ZA',
  Asia: 'AM GE ID IN JO JP KG KH KR LA LB LK MY NP OM PH SG TH TR TW UZ VN',
  Europe: 'AT BE CH CZ DE DK EE ES FI FR GB GR HR HU IE IS IT NL NO PL PT RO SE SI',
  'North America': 'CA CR CU GT MX PA US',
  'South America': 'AR BO BR CL CO EC PE UY',
  Oceania: 'AU FJ NZ PF WS',
}

describe('the seeded market', () => {
  const { people, experiences } = createMarket(now)
  const reviews = experiences.flatMap(({ past }) => past.reviews)
  const role = new Map(people.map((person) => [person.accountId, person.role]))

  it('is in more than forty cities of six continents, of every category, by sixty hosts', () => {
    const entries = experiences.map(({ entry }) => entry)
    expect(new Set(entries.map(({ city }) => city)).size).toBeGreaterThan(40)
    const continents = entries.map(({ country }) =>
      Object.keys(CONTINENTS).find((name) => CONTINENTS[name]?.split(' ').includes(country)),
    )
    expect(new Set(continents)).toEqual(new Set(Object.keys(CONTINENTS)))
    expect(new Set(entries.map((entry) => entry.category))).toEqual(new Set(category.options))
    expect(new Set(entries.map(({ hostId }) => hostId)).size).toBeGreaterThanOrEqual(60)
    expect(entries.length).toBeGreaterThanOrEqual(300)
  })

  it('is accepted by the contracts of the services that import it', () => {
    for (const person of people) expect(openAccount.body.safeParse(person).error).toBeUndefined()
    for (const { entry, past, upcoming, bookings } of experiences) {
      const sessions = [...past.sessions, ...upcoming]
      expect(importExperiences.body.safeParse({ experiences: [{ ...entry, sessions }] }).error).toBeUndefined()
      for (const row of [...past.visits, ...bookings]) {
        expect(importBookings.body.safeParse({ bookings: [row] }).error).toBeUndefined()
        expect(role.get(row.travellerId)).toBe('traveller')
      }
      for (const row of past.reviews) expect(importReviews.body.safeParse({ reviews: [row] }).error).toBeUndefined()
      expect(role.get(entry.hostId)).toBe('host')
    }
  })

  it('has unique ids', () => {
    const ids = experiences.flatMap(({ entry, past, upcoming, bookings }) => [
      entry.experienceId,
      ...[...past.sessions, ...upcoming].map(({ sessionId }) => sessionId),
      ...[...past.visits, ...bookings].map(({ bookingId }) => bookingId),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(role.size).toBe(people.length)
  })

  it('is the same each time', () => {
    expect(createMarket(now)).toEqual({ people, experiences })
  })

  it('takes place on its days from tomorrow on, and has a past session without visits', () => {
    for (const { entry, starts, days, upcoming, past, capacity } of experiences) {
      const maxDays = Math.ceil((DAYS * days.length) / 7) + 1
      expect(upcoming.length).toBeGreaterThan(0)
      expect(upcoming.length).toBeLessThanOrEqual(maxDays * starts.length)
      expect(upcoming.every(({ startsAt }) => Date.parse(startsAt) > now.getTime())).toBe(true)
      for (const { startsAt } of past.sessions) {
        expect(Date.parse(startsAt) + entry.durationMinutes * 60_000).toBeLessThan(now.getTime())
        expect(Date.parse(startsAt)).toBeGreaterThan(now.getTime() - 373 * 86_400_000)
      }
      expect(past.sessions[0]).toMatchObject({ sessionId: visitedSessionId(entry.experienceId), capacity })
      expect(past.visits.map(({ sessionId }) => sessionId)).not.toContain(visitedSessionId(entry.experienceId))
    }
  })

  it('never has more people in a session than seats', () => {
    for (const { capacity, past, bookings } of experiences) {
      const taken = new Map<string, number>()
      for (const { sessionId, seats } of [...past.visits, ...bookings]) {
        taken.set(sessionId, (taken.get(sessionId) ?? 0) + seats)
      }
      expect(Math.max(0, ...taken.values())).toBeLessThanOrEqual(capacity)
    }
  })

  it('is reviewed after the visit by its visitors, each in different words', () => {
    for (const { entry, past } of experiences) {
      const sessions = new Map(past.sessions.map((session) => [session.sessionId, session]))
      const visits = new Map(past.visits.map((visit) => [visit.bookingId, visit]))
      for (const { bookingId, writtenAt } of past.reviews) {
        const session = sessions.get(visits.get(bookingId)?.sessionId ?? '')
        const over = Date.parse(session?.startsAt ?? '') + entry.durationMinutes * 60_000
        expect(Date.parse(writtenAt)).toBeGreaterThan(over)
        expect(Date.parse(writtenAt)).toBeLessThan(now.getTime())
      }
      expect(new Set(past.visits.map(({ travellerId }) => travellerId)).size).toBe(past.visits.length)
    }
    expect(new Set(reviews.map(({ text }) => text)).size).toBe(reviews.length)
    expect(reviews.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([])
  })

  it('has good ratings on average, and experiences with few or no reviews', () => {
    const mean = reviews.reduce((sum, { rating }) => sum + rating, 0) / reviews.length
    expect(mean).toBeGreaterThan(4.3)
    expect(mean).toBeLessThan(4.5)
    expect(reviews.length).toBeGreaterThan(2_700)
    expect(new Set(reviews.map(({ rating }) => rating)).size).toBe(5)
    const counts = experiences.map(({ past }) => past.reviews.length)
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(5)
    expect(counts.filter((count) => count >= 40).length).toBeGreaterThan(5)
  })

  it('has full, nearly full and empty sessions, and most first sessions are free', () => {
    const left = experiences.flatMap(({ upcoming, bookings, capacity }) =>
      upcoming.map(({ sessionId }) => {
        const taken = bookings
          .filter((booking) => booking.sessionId === sessionId)
          .reduce((sum, { seats }) => sum + seats, 0)
        return { sessionId, left: capacity - taken, share: taken / capacity }
      }),
    )
    expect(left.filter((session) => session.left === 0).length).toBeGreaterThan(100)
    expect(left.filter(({ share }) => share > 0.7 && share < 1).length).toBeGreaterThan(100)
    expect(left.filter(({ share }) => share === 0).length).toBeGreaterThan(left.length / 2)
    const quiet = quietExperiences()
    expect(quiet.length).toBeGreaterThan(experiences.length / 3)
    for (const { entry, upcoming, bookings } of experiences) {
      if (!quiet.includes(entry.experienceId)) continue
      expect(bookings.filter(({ sessionId }) => sessionId === upcoming[0]?.sessionId)).toEqual([])
    }
  })

  it('has the demo people: Cleo hosts in Lisbon, Ann and Bob have visits to review', () => {
    expect(people.filter(({ demo }) => demo).map(({ name }) => name.split(' ')[0])).toEqual([
      'Ann',
      'Bob',
      'Dara',
      'Emil',
      'Cleo',
      'Ravi',
      'Inés',
      'Mo',
    ])
    expect(experiences.some(({ entry }) => entry.city === 'Lisbon' && entry.hostId === 'cleo')).toBe(true)
    const reviewed = new Set(reviews.map(({ bookingId }) => bookingId))
    for (const id of ['ann', 'bob']) {
      const visited = experiences.flatMap(({ entry, past }) =>
        past.visits.flatMap(({ travellerId, bookingId }) =>
          travellerId === id ? [{ city: entry.city, bookingId }] : [],
        ),
      )
      expect(visited.filter(({ bookingId }) => reviewed.has(bookingId))).toEqual([])
      expect(new Set(visited.map(({ city }) => city)).size).toBe(3)
      expect(experiences.flatMap(({ bookings }) => bookings).some(({ travellerId }) => travellerId === id)).toBe(false)
    }
  })
})

describe('a city file', () => {
  const lisbon = JSON.parse(readFileSync(join(root, 'stack/seed/cities/europe/lisbon.json'), 'utf8')) as City
  const [first, ...others] = lisbon.experiences
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fernweh-cities-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const reading = (...files: object[]) => {
    for (const [nth, file] of files.entries()) writeFileSync(join(folder, `city-${nth}.json`), JSON.stringify(file))
    return () => readCities(folder)
  }
  const withFirst = (change: object) => ({ ...lisbon, experiences: [{ ...first, ...change }, ...others] })

  it('is read', () => {
    expect(reading(lisbon)()).toHaveLength(1)
  })

  it.each([
    ['an unknown category', { category: 'sleep' }, /city-0\.json.*\n.*experiences\.0\.category/],
    ['an impossible time', { starts: ['25:00'] }, /city-0\.json.*\n.*experiences\.0\.starts\.0: HH:MM/],
    ['an unknown field', { prize: 3 }, /city-0\.json.*\n.*experiences\.0: .*prize/],
    ['six stars', { reviews: [{ rating: 6, text: 'Wow' }] }, /experiences\.0\.reviews\.0\.rating/],
    ['an invalid id', { id: 'Lisbon Tiles' }, /experiences\.0\.id: small letters/],
    ['an unknown host', { host: 'nobody' }, /city-0\.json: the host of .*, nobody, is not among the city's hosts/],
  ])('with %s is refused by file and field', (_, change, message) => {
    expect(reading(withFirst(change))).toThrow(message)
  })

  it('that is not JSON is refused by name', () => {
    writeFileSync(join(folder, 'broken.json'), '{')
    expect(() => readCities(folder)).toThrow(/broken\.json/)
  })

  it('has experiences of its own, and hosts whose names agree with other files', () => {
    expect(reading(lisbon, { ...lisbon, city: 'Porto' })).toThrow(/the experience lisbon-.* twice/)
    const porto = { ...withFirst({ id: 'porto-tiles' }), city: 'Porto' }
    const hosts = lisbon.hosts.map((host) => ({ ...host, name: `${host.name} the second` }))
    expect(reading(lisbon, { ...porto, hosts, experiences: porto.experiences.slice(0, 1) })).toThrow(
      /The host cleo is named/,
    )
  })
})

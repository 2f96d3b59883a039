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
import { toInstant } from './local-time.ts'
import { createMarket, quietExperiences } from './market.ts'
import { DAYS, visitedSessionId } from './sessions.ts'

describe('local time', () => {
  it.each([
    ['2026-07-01', '10:00', 'Europe/Lisbon', '2026-07-01T09:00:00.000Z'],
    ['2026-12-01', '10:00', 'Europe/Lisbon', '2026-12-01T10:00:00.000Z'],
    ['2026-07-01', '09:30', 'Asia/Tokyo', '2026-07-01T00:30:00.000Z'],
    ['2026-07-01', '08:00', 'Asia/Tokyo', '2026-06-30T23:00:00.000Z'],
    ['2026-07-01', '19:00', 'America/Mexico_City', '2026-07-02T01:00:00.000Z'],
    // Clocks go forward in the night to 29 March, and back in the night to 25 October.
    ['2026-03-29', '00:30', 'Europe/Oslo', '2026-03-28T23:30:00.000Z'],
    ['2026-03-29', '10:00', 'Europe/Oslo', '2026-03-29T08:00:00.000Z'],
    ['2026-03-29', '02:30', 'Europe/Oslo', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25', '10:00', 'Europe/Oslo', '2026-10-25T09:00:00.000Z'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(toInstant(date, time, zone).toISOString()).toBe(expected)
  })
})

/** Where the continents are, as far as the seed goes to them. */
const CONTINENTS: Record<string, string> = {
  Africa: 'CV DZ EG ET GH KE MA MG NA RW SN TN TZ UG ZA',
  Asia: 'AM GE ID IN JO JP KG KH KR LA LB LK MY NP OM PH SG TH TR TW UZ VN',
  Europe: 'AT BE CH CZ DE DK EE ES FI FR GB GR HR HU IE IS IT NL NO PL PT RO SE SI',
  'North America': 'CA CR CU GT MX PA US',
  'South America': 'AR BO BR CL CO EC PE UY',
  Oceania: 'AU FJ NZ PF WS',
}

describe('the seeded market', () => {
  const { people, experiences } = createMarket()
  const reviews = experiences.flatMap(({ past }) => past.reviews)
  const role = new Map(people.map((person) => [person.accountId, person.role]))

  it('is in more than forty cities of six continents, of every category, by sixty hosts', () => {
    const offers = experiences.map(({ offer }) => offer)
    expect(new Set(offers.map(({ city }) => city)).size).toBeGreaterThan(40)
    const continents = offers.map(({ country }) =>
      Object.keys(CONTINENTS).find((name) => CONTINENTS[name]?.split(' ').includes(country)),
    )
    expect(new Set(continents)).toEqual(new Set(Object.keys(CONTINENTS)))
    expect(new Set(offers.map((offer) => offer.category))).toEqual(new Set(category.options))
    expect(new Set(offers.map(({ hostId }) => hostId)).size).toBeGreaterThanOrEqual(60)
    expect(offers.length).toBeGreaterThanOrEqual(300)
  })

  it('is within the contracts of those who take it over', () => {
    for (const person of people) expect(openAccount.body.safeParse(person).error).toBeUndefined()
    for (const { offer, past, upcoming, bookings } of experiences) {
      const sessions = [...past.sessions, ...upcoming]
      expect(importExperiences.body.safeParse({ experiences: [{ ...offer, sessions }] }).error).toBeUndefined()
      for (const row of [...past.visits, ...bookings]) {
        expect(importBookings.body.safeParse({ bookings: [row] }).error).toBeUndefined()
        expect(role.get(row.travellerId)).toBe('traveller')
      }
      for (const row of past.reviews) expect(importReviews.body.safeParse({ reviews: [row] }).error).toBeUndefined()
      expect(role.get(offer.hostId)).toBe('host')
    }
  })

  it('has ids of its own for everything', () => {
    const ids = experiences.flatMap(({ offer, past, upcoming, bookings }) => [
      offer.experienceId,
      ...[...past.sessions, ...upcoming].map(({ sessionId }) => sessionId),
      ...[...past.visits, ...bookings].map(({ bookingId }) => bookingId),
    ])
    expect(new Set(ids).size).toBe(ids.length)
    expect(role.size).toBe(people.length)
  })

  it('is the same each time', () => {
    const again = createMarket().experiences
    const textsOf = (all: typeof experiences) => all.flatMap(({ past }) => past.reviews.map(({ text }) => text))
    expect(textsOf(again)).toEqual(textsOf(experiences))
    expect(again.flatMap(({ bookings }) => bookings)).toEqual(experiences.flatMap(({ bookings }) => bookings))
  })

  it('takes place on its days from tomorrow on, and has a past with room for one more', () => {
    const now = Date.now()
    for (const { offer, starts, days, upcoming, past, capacity } of experiences) {
      const most = Math.ceil((DAYS * days.length) / 7) + 1
      expect(upcoming.length).toBeGreaterThan(0)
      expect(upcoming.length).toBeLessThanOrEqual(most * starts.length)
      expect(upcoming.every(({ startsAt }) => Date.parse(startsAt) > now)).toBe(true)
      for (const { startsAt } of past.sessions) {
        expect(Date.parse(startsAt) + offer.durationMinutes * 60_000).toBeLessThan(now)
        expect(Date.parse(startsAt)).toBeGreaterThan(now - 373 * 86_400_000)
      }
      expect(past.sessions[0]).toMatchObject({ sessionId: visitedSessionId(offer.experienceId), capacity })
      expect(past.visits.map(({ sessionId }) => sessionId)).not.toContain(visitedSessionId(offer.experienceId))
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

  it('is reviewed by who was there, afterwards, in words of their own', () => {
    for (const { offer, past } of experiences) {
      const sessions = new Map(past.sessions.map((session) => [session.sessionId, session]))
      const visits = new Map(past.visits.map((visit) => [visit.bookingId, visit]))
      for (const { bookingId, writtenAt } of past.reviews) {
        const session = sessions.get(visits.get(bookingId)?.sessionId ?? '')
        const over = Date.parse(session?.startsAt ?? '') + offer.durationMinutes * 60_000
        expect(Date.parse(writtenAt)).toBeGreaterThan(over)
        expect(Date.parse(writtenAt)).toBeLessThan(Date.now())
      }
      expect(new Set(past.visits.map(({ travellerId }) => travellerId)).size).toBe(past.visits.length)
    }
    expect(new Set(reviews.map(({ text }) => text)).size).toBe(reviews.length)
    expect(reviews.filter(({ text }) => /[{}]|undefined/.test(text))).toEqual([])
  })

  it('is liked by most, and some of it by few or nobody yet', () => {
    const mean = reviews.reduce((sum, { rating }) => sum + rating, 0) / reviews.length
    expect(mean).toBeGreaterThan(4.3)
    expect(mean).toBeLessThan(4.5)
    expect(reviews.length).toBeGreaterThan(2_700)
    expect(new Set(reviews.map(({ rating }) => rating)).size).toBe(5)
    const counts = experiences.map(({ past }) => past.reviews.length)
    expect(counts.filter((count) => count === 0).length).toBeGreaterThan(5)
    expect(counts.filter((count) => count >= 40).length).toBeGreaterThan(5)
  })

  it('has sessions that are full, nearly full and empty; the first of most is free', () => {
    const left = experiences.flatMap(({ upcoming, bookings, capacity }) =>
      upcoming.map(({ sessionId }) => {
        const taken = bookings.filter((one) => one.sessionId === sessionId).reduce((sum, { seats }) => sum + seats, 0)
        return { sessionId, left: capacity - taken, share: taken / capacity }
      }),
    )
    expect(left.filter((session) => session.left === 0).length).toBeGreaterThan(100)
    expect(left.filter(({ share }) => share > 0.7 && share < 1).length).toBeGreaterThan(100)
    expect(left.filter(({ share }) => share === 0).length).toBeGreaterThan(left.length / 2)
    const quiet = quietExperiences()
    expect(quiet.length).toBeGreaterThan(experiences.length / 3)
    for (const { offer, upcoming, bookings } of experiences) {
      if (!quiet.includes(offer.experienceId)) continue
      expect(bookings.filter(({ sessionId }) => sessionId === upcoming[0]?.sessionId)).toEqual([])
    }
  })

  it('knows the people of the start screen: Cleo hosts in Lisbon, Ann and Bob have been nowhere', () => {
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
    expect(experiences.some(({ offer }) => offer.city === 'Lisbon' && offer.hostId === 'cleo')).toBe(true)
    const travelled = experiences.flatMap(({ past, bookings }) => [...past.visits, ...bookings])
    for (const who of ['ann', 'bob']) expect(travelled.some(({ travellerId }) => travellerId === who)).toBe(false)
  })
})

describe('a file of a city', () => {
  const lisbon = JSON.parse(readFileSync(join(root, 'stack/seed/cities/lisbon.json'), 'utf8')) as City
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

  it('is read as it is written', () => {
    expect(reading(lisbon)()).toHaveLength(1)
  })

  it.each([
    ['an unknown category', { category: 'sleep' }, /city-0\.json.*\n.*experiences\.0\.category/],
    ['a time that is none', { starts: ['25:00'] }, /city-0\.json.*\n.*experiences\.0\.starts\.0: HH:MM/],
    ['a field nobody knows', { prize: 3 }, /city-0\.json.*\n.*experiences\.0: .*prize/],
    ['six stars', { said: [{ rating: 6, text: 'Wow' }] }, /experiences\.0\.said\.0\.rating/],
    ['an id that is none', { id: 'Lisbon Tiles' }, /experiences\.0\.id: small letters/],
    ['a stranger as host', { host: 'nobody' }, /city-0\.json: .* belongs to nobody, who is not among its hosts/],
  ])('with %s is named, and so is the place', (_, change, message) => {
    expect(reading(withFirst(change))).toThrow(message)
  })

  it('that is no JSON is named', () => {
    writeFileSync(join(folder, 'broken.json'), '{')
    expect(() => readCities(folder)).toThrow(/broken\.json/)
  })

  it('has experiences and hosts that no other file means otherwise', () => {
    expect(reading(lisbon, { ...lisbon, city: 'Porto' })).toThrow(/the experience lisbon-.* twice/)
    const porto = { ...withFirst({ id: 'porto-tiles' }), city: 'Porto' }
    const hosts = lisbon.hosts.map((host) => ({ ...host, name: `${host.name} the second` }))
    expect(reading(lisbon, { ...porto, hosts, experiences: porto.experiences.slice(0, 1) })).toThrow(/The host cleo is/)
  })
})

import type { Envelope } from '@fernweh/contracts/envelope'
import type { EventDefinition } from '@fernweh/contracts/events/define-event'
import { hashRows } from '@fernweh/kit/server/event-log/audit'
import { toEnvelope } from '@fernweh/kit/testing/test-owner'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bookingCancelled,
  bookingConfirmed,
  cancelled,
  confirmed,
  ended,
  experiencePublished,
  held,
  holdExpired,
  holdReleased,
  pictureMade,
  review,
  reviewWritten,
  seats,
  seatsHeld,
  session,
  sessionOpened,
  tea,
  tiles,
  visitEnded,
} from '../../tests/events.ts'
import type { PublishedDetails } from '../domain/experience.ts'
import { toCard, toPage } from './cards.ts'
import { createExperiences, type Experiences } from './experiences.ts'
import { find } from './find.ts'

/** A stream's events in order, as they arrive. */
function stream(subject: string, ...events: [EventDefinition, unknown][]): Envelope[] {
  return events.map(([definition, data], i) => toEnvelope(definition, 'test', subject, i + 1, data))
}

const morning = session('s1', '2030-06-01T09:00:00.000Z')
const evening = session('s2', '2030-06-01T19:00:00.000Z', { capacity: 2 })
const streams = [
  stream('experience.tiles', [experiencePublished, tiles], [experiencePublished, { ...tiles, title: 'Azulejos' }]),
  stream('experience.tea', [experiencePublished, tea]),
  stream(
    'session.s1',
    [sessionOpened, morning],
    [seatsHeld, held('s1', 'h1', 8)],
    [holdReleased, seats('s1', 'h1', 8)],
    [seatsHeld, held('s1', 'h2', 3)],
  ),
  stream('session.s2', [sessionOpened, evening], [seatsHeld, held('s2', 'h3', 2)], [holdExpired, seats('s2', 'h3', 2)]),
  stream('review.tiles-ann', [reviewWritten, review('ann', 5)]),
  stream('review.tiles-bob', [reviewWritten, review('bob', 4)]),
]
const before = new Date('2030-05-01T00:00:00Z')

function experiencesAfter(...events: Envelope[]) {
  const experiences = createExperiences()
  for (const event of events) experiences.apply(event)
  return experiences
}
function cardOf(experiences: Experiences, now = before, experienceId = 'tiles') {
  const experience = experiences.get(experienceId)
  return experience && toCard(experience, now)
}
const nextOf = (events: Envelope[], now = before) =>
  cardOf(experiencesAfter(...(streams[0] as Envelope[]), ...events), now)?.data.next

describe('the next session', () => {
  const s1 = streams[2] as Envelope[]
  const s2 = streams[3] as Envelope[]

  it('is the soonest, whichever was opened first', () => {
    expect(nextOf([...s2, ...s1])).toMatchObject({ sessionId: 's1', seatsLeft: 5 })
  })
  it('has a free seat; released and expired holds give theirs back', () => {
    expect(nextOf([...s1.slice(0, 2), ...s2])).toMatchObject({ sessionId: 's2', seatsLeft: 2 })
    expect(nextOf([...s1.slice(0, 3), ...s2])).toMatchObject({ sessionId: 's1', seatsLeft: 8 })
    expect(nextOf([...s1.slice(0, 2), ...s2.slice(0, 2)])).toBeNull()
  })
  it('counts seats once, whether they are held, booked or both, and gives back what is cancelled', () => {
    const leftAfter = (...events: [EventDefinition, unknown][]) =>
      nextOf(stream('session.s1', [sessionOpened, morning], ...events))?.seatsLeft
    const held3: [EventDefinition, unknown] = [seatsHeld, held('s1', 'b1', 3)]
    const expired3: [EventDefinition, unknown] = [holdExpired, seats('s1', 'b1', 3)]
    const booked3: [EventDefinition, unknown] = [bookingConfirmed, confirmed('s1', 'b1', 3)]
    const cancelled3: [EventDefinition, unknown] = [bookingCancelled, cancelled('s1', 'b1', 3)]
    expect(leftAfter(held3, booked3)).toBe(5)
    expect(leftAfter(held3, expired3, booked3)).toBe(5)
    expect(leftAfter(booked3, [visitEnded, ended('s1', 'b1', 3)])).toBe(5)
    expect(leftAfter(held3, booked3, cancelled3)).toBe(8)
  })
  it('has not started', () => {
    expect(nextOf([...s1, ...s2], new Date('2030-06-01T09:00:00Z'))).toMatchObject({ sessionId: 's2' })
    expect(nextOf([...s1, ...s2], new Date('2030-06-02T00:00:00Z'))).toBeNull()
  })
})

describe('the list of ids', () => {
  it('has each published experience once, in order, and new ones at once', () => {
    const experiences = createExperiences()
    const publish = (experienceId: string) =>
      experiences.apply(
        stream(`experience.${experienceId}`, [experiencePublished, { ...tiles, experienceId }])[0] as Envelope,
      )
    expect(experiences.publishedIds()).toEqual([])
    for (const id of ['tea', 'boats', 'tea']) publish(id)
    expect(experiences.publishedIds()).toEqual(['boats', 'tea'])
    publish('dance')
    expect(experiences.publishedIds()).toEqual(['boats', 'dance', 'tea'])
    expect(experiences.publishedIds()).toBe(experiences.publishedIds())
  })
})

describe('an offer', () => {
  it('is not found before catalog has spoken, and counts what it heard meanwhile', () => {
    const early = experiencesAfter(...(streams[2] as Envelope[]), ...(streams[4] as Envelope[]))
    expect([...early.published()]).toEqual([])
    expect(early.get('tiles')).toBeNull()
    early.apply((streams[0] as Envelope[])[0] as Envelope)
    expect(cardOf(early)).toMatchObject({
      feed: 'listing.tiles',
      version: 6,
      data: { rating: { average: 5, count: 1 } },
    })
  })

  it('has its picture and its texts in other languages, whichever was heard first', () => {
    const de = { title: 'Eigene Kacheln', summary: 'Zwei Stunden', description: 'In einer Werkstatt.' }
    const picture = { pictureId: 'picture-1', colours: ['#f3d9b8', '#b98f8a', '#2d3553'] }
    const activeFilters = stream('picture.tiles', [pictureMade, { experienceId: 'tiles', picture }])
    const published = stream('experience.tiles', [experiencePublished, { ...tiles, translations: { de } }])
    for (const events of [
      [...activeFilters, ...published],
      [...published, ...activeFilters],
    ]) {
      const experiences = experiencesAfter(...events)
      const { description: _, ...card } = de
      const experience = experiences.get('tiles') as PublishedDetails
      expect(toCard(experience, before).data).toMatchObject({ picture, language: 'en' })
      expect(toCard(experience, before).data.translations).toEqual({ de: card })
      expect(toPage(experience, before).data.translations).toEqual({ de })
    }
    expect(cardOf(experiencesAfter(...published))?.data.picture).toBeNull()
  })

  it('is the same, version and all, however the streams interleave', () => {
    const whole = streams.flat()
    const merged = fc.shuffledSubarray(
      whole.map((event) => streams.findIndex((one) => one.includes(event))),
      { minLength: whole.length },
    )
    const expected = hashRows(experiencesAfter(...whole).all(before))
    fc.assert(
      fc.property(merged, (turns) => {
        const waiting = streams.map((events) => [...events])
        const events = turns.map((turn) => waiting[turn]?.shift() as Envelope)
        expect(hashRows(experiencesAfter(...events).all(before))).toBe(expected)
      }),
    )
    expect(hashRows(experiencesAfter(...whole.slice(1)).all(before))).not.toBe(expected)
  })
})

describe('a session that is over', () => {
  const at = (time: string, events: Envelope[]) => events.map((event) => ({ ...event, time }))
  const opened = at('2030-05-20T09:00:00.000Z', [...(streams[0] as Envelope[]), ...(streams[2] as Envelope[])])
  const much = at('2030-07-01T09:00:00.000Z', streams[4] as Envelope[])

  it('leaves memory by the time of what is heard, and its late events change nothing, not even the version', () => {
    const experiences = experiencesAfter(...opened)
    expect(experiences.sessionCount()).toBe(1)
    for (const event of much) experiences.apply(event)
    expect(experiences.sessionCount()).toBe(0)
    const version = experiences.get('tiles')?.version
    const late = stream('session.s1', [visitEnded, ended('s1', 'h2', 3)])
    expect(at('2030-07-01T10:00:00.000Z', late).map(experiences.apply)).toEqual([null])
    expect(experiences.get('tiles')?.version).toBe(version)
  })

  it('is counted the same by an instance that never knew it', () => {
    const imported = at('2030-07-01T09:00:00.000Z', streams[2] as Envelope[])
    const experiences = experiencesAfter(...(streams[0] as Envelope[]))
    expect(imported.map(experiences.apply)).toEqual([null, null, null, null])
    expect(experiences.get('tiles')?.version).toBe(2)
  })

  it('is kept for a day, because an event may be late', () => {
    const experiences = experiencesAfter(...opened, ...at('2030-06-02T08:00:00.000Z', streams[4] as Envelope[]))
    expect(experiences.sessionCount()).toBe(1)
    const late = stream('session.s1', [visitEnded, ended('s1', 'h2', 3)])
    expect(at('2030-06-02T08:30:00.000Z', late).map(experiences.apply)).toEqual(['tiles'])
  })
})

describe('finding by words', () => {
  const experiences = experiencesAfter(...streams.flat())
  const found = (q: string) =>
    find(experiences, { q, sort: 'best', page: 1, limit: 24 }, before).found.map(({ data }) => data.experienceId)

  it.each([
    ['kyoto', ['tea']],
    ['KYŌ', ['tea']],
    ['tea', ['tea', 'tiles']],
    ['azulejos lisb', ['tiles']],
    ['Lissabon Handwerk', ['tiles']],
    ['لشبونة', ['tiles']],
    ['اليابان', ['tea']],
    ['lisb azulejos', ['tiles']],
    ['paint', []],
    ['', ['tiles', 'tea']],
  ])('%j', (q, ids) => expect(found(q)).toEqual(ids))
})

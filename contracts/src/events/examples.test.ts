import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Envelope, envelope, subjectOf } from '../envelope.ts'
import { accountsEvents } from './accounts.ts'
import { bookingsEvents } from './bookings.ts'
import { catalogEvents } from './catalog.ts'
import { defineEvent, type EventDefinition, readEvent } from './define-event.ts'
import { notificationsEvents } from './notifications.ts'
import { paymentsEvents } from './payments.ts'
import { picturesEvents } from './pictures.ts'
import { reviewsEvents } from './reviews.ts'

const definitions: EventDefinition[] = [
  ...accountsEvents,
  ...bookingsEvents,
  ...catalogEvents,
  ...notificationsEvents,
  ...paymentsEvents,
  ...picturesEvents,
  ...reviewsEvents,
]
const folder = new URL('../../examples/', import.meta.url)
const read = (file: string) => JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Envelope
const fileOf = ({ type }: EventDefinition, version: number) => `${type.replace('fernweh.', '')}.v${version}.json`
const versions = definitions.flatMap((definition) =>
  Array.from({ length: definition.version }, (_, i) => ({ definition, file: fileOf(definition, i + 1) })),
)

describe('every version of every event', () => {
  it.each(versions)('has an example that is read at today’s version: $file', ({ definition, file }) => {
    const example = envelope.parse(read(file)) as Envelope
    expect(example.subject.split('.')[0]).toBe(definition.noun)
    expect(subjectOf(example)).toMatch(/^[a-z]+\.[a-z-]+\.[a-z0-9_-]+\.[a-z-]+$/)
    const today = readEvent([definition], example)
    expect(today.schemaversion).toBe(definition.version)
    expect(definition.data.parse(today.data)).toEqual(today.data)
  })

  it('has no example without a definition', () => {
    expect(readdirSync(folder).sort()).toEqual(versions.map(({ file }) => file).sort())
  })
})

describe('reading an event', () => {
  it('turns a price in euros of version 1 into money', () => {
    const { data } = readEvent(catalogEvents, read('catalog.experience-published.v1.json'))
    expect(data).toMatchObject({ price: { amount: 3250, currency: 'EUR' } })
  })

  it('refuses a type and a version it does not know', () => {
    const example = read('reviews.review-written.v1.json')
    expect(() => readEvent(bookingsEvents, example)).toThrow('unknown event type')
    expect(() => readEvent(reviewsEvents, { ...example, schemaversion: 3 })).toThrow('known up to 2')
  })

  it('refuses data that breaks the contract', () => {
    const example = read('reviews.review-written.v1.json')
    expect(() => readEvent(reviewsEvents, { ...example, data: { ...(example.data as object), rating: 6 } })).toThrow()
  })

  it('cannot be defined with a version that is never upcast', () => {
    const [{ type, noun, data }] = catalogEvents
    expect(() => defineEvent({ type, noun, data, version: 2 })).toThrow('no upcast from version 1')
  })
})

import { type CalendarEntry, toCalendarEntry } from '@fernweh/contracts/ticket-files'
import ICAL from 'ical.js'
import nodeIcal from 'node-ical'
import { convertIcsCalendar } from 'ts-ics'
import { describe, expect, it, test } from 'vitest'
import { toCalendarFile } from './calendar.ts'

const origin = 'https://fernweh.example'
const now = new Date('2030-01-02T03:04:05Z')
const base: CalendarEntry = toCalendarEntry(
  {
    bookingId: 'b1',
    isCancelled: false,
    startsAt: '2030-05-01T09:00:00Z',
    endsAt: '2030-05-01T11:00:00Z',
    zone: 'Europe/Lisbon',
    title: 'Trams, wine; and a\nwalk',
    description: '2 seats, ticket FW-7K3MQ2XZ4D',
    place: 'Sintra, Portugal',
    point: { latitude: 38.79, longitude: -9.39 },
  },
  origin,
)

const toFile = (entry: Partial<CalendarEntry> = {}) => toCalendarFile({ ...base, ...entry }, now)

interface Read {
  uid: string
  startsAt: string
  endsAt: string
}

/** Each uses only the zones in the file, none it knows itself. */
const readers: Record<string, (file: string) => Read> = {
  'ical.js'(file) {
    const calendar = new ICAL.Component(ICAL.parse(file))
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
    const event = new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component)
    const [start, end] = [event.startDate, event.endDate].map((time) => time.toJSDate().toISOString())
    ICAL.TimezoneService.reset()
    return { uid: event.uid, startsAt: start ?? '', endsAt: end ?? '' }
  },
  'node-ical'(file) {
    const event = Object.values(nodeIcal.sync.parseICS(file)).find((fragment) => fragment?.type === 'VEVENT')
    if (event?.type !== 'VEVENT') throw new Error('no event')
    return { uid: event.uid, startsAt: event.start.toISOString(), endsAt: event.end?.toISOString() ?? '' }
  },
  'ts-ics'(file) {
    const [event] = convertIcsCalendar(undefined, file).events ?? []
    const [start, end] = [event?.start, event?.end].map((time) => time?.date.toISOString())
    return { uid: event?.uid ?? '', startsAt: start ?? '', endsAt: end ?? '' }
  },
}

const days = [
  ['Europe/Lisbon', '2030-01-15T18:30:00Z', 'in winter'],
  ['Europe/Lisbon', '2030-03-31T00:30:00Z', 'into the hour that is left out'],
  ['Europe/Lisbon', '2030-03-31T12:00:00Z', 'on the day clocks go forward'],
  ['Europe/Lisbon', '2030-10-26T23:00:00Z', 'into the hour that comes twice'],
  ['Europe/Lisbon', '2030-10-27T00:30:00Z', 'in the hour that comes twice, the first time'],
  ['Europe/Lisbon', '2030-10-27T01:30:00Z', 'in the hour that comes twice, the second time'],
  ['Europe/Lisbon', '2030-10-27T12:00:00Z', 'on the day clocks go back'],
  ['America/New_York', '2030-03-10T06:30:00Z', 'before clocks go forward'],
  ['America/New_York', '2030-03-10T15:00:00Z', 'after clocks went forward'],
  ['America/New_York', '2030-11-03T05:30:00Z', 'before clocks go back'],
  ['America/New_York', '2030-11-03T06:30:00Z', 'after clocks went back'],
  ['America/New_York', '2030-11-03T20:00:00Z', 'on the day clocks go back'],
  ['Asia/Kathmandu', '2030-06-01T00:15:00Z', 'five hours and three quarters ahead'],
  ['Australia/Sydney', '2030-04-06T16:30:00Z', 'where autumn is in April, the second time'],
  ['Australia/Sydney', '2030-10-05T15:30:00Z', 'where spring is in October'],
  ['Australia/Lord_Howe', '2030-04-06T15:15:00Z', 'where clocks go back by half an hour'],
  ['America/Santiago', '2030-09-08T03:30:00Z', 'where clocks go forward at midnight'],
  ['America/Santiago', '2030-09-03T15:00:00Z', 'in a week that the rule of most years gets wrong'],
  ['Africa/Cairo', '2030-10-28T15:00:00Z', 'in another such week'],
  ['Africa/Casablanca', '2030-03-01T12:00:00Z', 'where rules changed lately'],
  ['America/Vancouver', '2030-12-01T12:00:00Z', 'where rules changed lately, too'],
  ['Pacific/Chatham', '2030-12-31T10:14:00Z', 'over the new year'],
] as const

describe.each(Object.entries(readers))('read by %s', (_, read) => {
  it.each(days)('a booking in %s at %s (%s) is at the same instants', (zone, startsAt) => {
    const endsAt = new Date(Date.parse(startsAt) + 90 * 60_000).toISOString()
    expect(read(toFile({ zone, startsAt, endsAt }))).toEqual({
      uid: 'b1@fernweh.example',
      startsAt: new Date(startsAt).toISOString(),
      endsAt,
    })
  })
})

describe('a calendar entry', () => {
  it('is in local time, with the rules of the zone', () => {
    expect(toFile()).toContain('DTSTART;TZID=Europe/Lisbon:20300501T100000')
    expect(toFile()).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Lisbon')
    expect(toFile()).toContain('DTSTAMP:20300102T030405Z')
  })

  it('has the place and its point, once they are known', () => {
    expect(toFile()).toContain('\r\nLOCATION:Sintra\\, Portugal\r\n')
    expect(toFile()).toContain('\r\nGEO:38.79;-9.39\r\n')
    expect(toFile({ point: null })).not.toContain('GEO')
    expect(toFile({ place: null })).not.toContain('\r\nLOCATION')
  })

  it('is in UTC where programs would read the local time differently', () => {
    const twice = toFile({ startsAt: '2030-10-27T01:30:00Z', endsAt: '2030-10-27T03:00:00Z' })
    expect(twice).toContain('DTSTART:20301027T013000Z')
    const early = { zone: 'America/Santiago', startsAt: '2030-09-03T15:00:00Z', endsAt: '2030-09-03T17:00:00Z' }
    expect(toFile(early)).toContain('DTSTART:20300903T150000Z')
    expect(toFile({ zone: 'Mars/Olympus' })).toContain('DTSTART:20300501T090000Z')
  })

  it('replaces itself when it is cancelled', () => {
    expect(toFile()).toMatch(/UID:b1@fernweh\.example[\s\S]*SEQUENCE:0[\s\S]*STATUS:CONFIRMED/)
    expect(toFile({ isCancelled: true })).toMatch(/UID:b1@fernweh\.example[\s\S]*SEQUENCE:1[\s\S]*STATUS:CANCELLED/)
  })

  it('has no line longer than 75 octets, and none that its title made up', () => {
    const title = `Ünï ${'ö'.repeat(100)}\r\nATTENDEE:mailto:eve@elsewhere.example`
    const lines = toFile({ title }).split('\r\n')
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(lines.filter((line) => line.startsWith('ATTENDEE'))).toEqual([])
  })
})

test('negative control: a zone without its summer time is read wrong', () => {
  const frozen = toFile().replace(/BEGIN:DAYLIGHT[\s\S]*END:DAYLIGHT\r?\n/, '')
  expect(readers['ical.js']?.(frozen).startsAt).not.toBe('2030-05-01T09:00:00.000Z')
})

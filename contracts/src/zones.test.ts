import moment from 'moment-timezone'
import { describe, expect, it } from 'vitest'
import {
  checkZoneRules,
  isKnownZone,
  offsetAt,
  toInstant,
  toLocalDay,
  toLocalTime,
  toStartOfDay,
  ZONE_RULES,
} from './zones.ts'

const DAY_MS = 86_400_000
const iso = (instant: number) => new Date(instant).toISOString()

describe('a local time', () => {
  it.each([
    // Node 20.20 still puts clocks back in Vancouver in November 2026, and in Morocco outside Ramadan forward.
    ['2026-12-01T18:30:00Z', 'America/Vancouver', '2026-12-01T11:30'],
    ['2026-12-01T08:30:00Z', 'Africa/Casablanca', '2026-12-01T08:30'],
    ['2027-03-28T00:59:00Z', 'Europe/Lisbon', '2027-03-28T00:59'],
    ['2027-03-28T01:00:00Z', 'Europe/Lisbon', '2027-03-28T02:00'],
    ['2030-03-14T18:45:00Z', 'Asia/Kathmandu', '2030-03-15T00:30'],
  ])('of %s in %s is %s by the rules of this version', (instant, zone, time) => {
    expect(toLocalTime(instant, zone)).toEqual({ time, rules: ZONE_RULES })
  })

  it('is that of UTC in a zone that nobody knows', () => {
    expect(toLocalTime('2030-03-14T18:30:00Z', 'Nowhere/At_all').time).toBe('2030-03-14T18:30')
    expect(iso(toInstant('2030-03-14T18:30', 'constructor'))).toBe('2030-03-14T18:30:00.000Z')
  })

  it('belongs to the day on which its place sees it', () => {
    const days = ['Pacific/Pago_Pago', 'UTC', 'Asia/Tokyo'].map((zone) => toLocalDay('2030-03-14T23:30:00Z', zone))
    expect(days).toEqual(['2030-03-14', '2030-03-14', '2030-03-15'])
  })
})

describe('the instant of a local time', () => {
  it.each([
    ['2026-07-01T10:00', 'Europe/Lisbon', '2026-07-01T09:00:00.000Z'],
    ['2026-12-01T10:00', 'Europe/Lisbon', '2026-12-01T10:00:00.000Z'],
    ['2026-07-01T08:00', 'Asia/Tokyo', '2026-06-30T23:00:00.000Z'],
    // Clocks go forward in the night to 29 March, and back in the night to 25 October.
    ['2026-03-29T00:30', 'Europe/Oslo', '2026-03-28T23:30:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Oslo', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T10:00', 'Europe/Oslo', '2026-03-29T08:00:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Oslo', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T10:00', 'Europe/Oslo', '2026-10-25T09:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, instant) => {
    expect(iso(toInstant(local, zone))).toBe(instant)
  })
})

describe('a day', () => {
  it.each([
    ['2027-09-04', 'America/Santiago', '2027-09-04T04:00:00.000Z'],
    // Clocks jump from midnight to one: the day begins at one, and the hour before belongs to the 4th.
    ['2027-09-05', 'America/Santiago', '2027-09-05T04:00:00.000Z'],
    ['2030-10-27', 'Europe/Berlin', '2030-10-26T22:00:00.000Z'],
    ['2030-01-15', 'Asia/Kathmandu', '2030-01-14T18:15:00.000Z'],
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2011-12-31', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, instant) => {
    expect(iso(toStartOfDay(day, zone))).toBe(instant)
  })

  it('of 25 hours ends when the next one begins', () => {
    expect(iso(toStartOfDay('2030-10-27', 'Europe/Berlin', 1))).toBe('2030-10-27T23:00:00.000Z')
  })

  it('once over never comes back: no clock of these ten years is put back over midnight', () => {
    const begin = Date.parse(`${new Date().getUTCFullYear()}-01-01`)
    const back = distinctZones(begin, begin + 3653 * DAY_MS).flatMap((zone) => {
      const changes =
        moment.tz.zone(zone)?.untils.filter((until) => until > begin && until < begin + 3653 * DAY_MS) ?? []
      return changes
        .filter((at) => toLocalDay(iso(at), zone) < toLocalDay(iso(at - 1), zone))
        .map((at) => [zone, iso(at)])
    })
    expect(back).toEqual([])
  })

  it('is the same in lists and in filters: every zone, every day of ten years', () => {
    const begin = Date.parse(`${new Date().getUTCFullYear()}-01-01`)
    const days = Array.from({ length: 3653 }, (_, nth) => begin + nth * DAY_MS)
    const wrong = distinctZones(begin, begin + 3653 * DAY_MS).flatMap((zone) =>
      days
        .filter((day) => toStartOfDay(iso(day).slice(0, 10), zone) !== firstInstantOf(day, zone))
        .map((day) => [zone, iso(day)]),
    )
    expect(wrong).toEqual([])
  }, 60_000)
})

/** By moment's own formatting: the first quarter of an hour at which a clock in the zone shows that day or, where it is skipped, a later one. */
function firstInstantOf(day: number, zone: string): number {
  const wanted = iso(day).slice(0, 10)
  const isReached = (instant: number) => moment.tz(instant, zone).format('YYYY-MM-DD') >= wanted
  const guess = day - offsetAt(day, zone)
  let first = guess
  if (isReached(guess) && !isReached(guess - 1)) return guess
  for (first = guess - 4 * 3_600_000; !isReached(first); first += 15 * 60_000);
  return first
}

/** Of zones with the same clocks in this time, one. */
function distinctZones(begin: number, end: number): string[] {
  const zones = new Map<string, string>()
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const untils = moment.tz.zone(zone)?.untils.filter((until) => until > begin && until < end) ?? []
    const clocks = [begin, ...untils].map((from) => `${from}:${offsetAt(from, zone)}`)
    zones.set(clocks.join(), zone)
  }
  return [...zones.values()]
}

it('knows every zone of the platform, and no other', () => {
  expect(Intl.supportedValuesOf('timeZone').filter((zone) => !isKnownZone(zone))).toEqual([])
  expect(['UTC', 'europe/lisbon', 'Nowhere/At_all', '', 'constructor'].map(isKnownZone)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

it('a process with other rules than this version does not start', () => {
  expect(() => checkZoneRules('2025b')).toThrow(
    'Zone rules 2025b are installed, but this version needs 2026f: run npm ci.',
  )
  expect(() => checkZoneRules()).not.toThrow()
})

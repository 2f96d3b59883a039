import { toMinutes } from '@fernweh/contracts/browser/countdown-format'
import { describe, expect, test } from 'vitest'
import { ErrorNotice, toReason } from '../feedback/ErrorNotice.tsx'
import { toWithin } from '../forms/Stepper.tsx'
import { render } from '../testing/render.tsx'
import { toClock } from '../use-clock.ts'
import { Countdown, toSecondsLeft, toSpoken } from './Countdown.tsx'
import { toDuration } from './Duration.tsx'
import { PlaceTime, toOwnTime, toZoneName } from './PlaceTime.tsx'
import { Price } from './Price.tsx'
import { Rating } from './Rating.tsx'

describe('a countdown', () => {
  const now = '2030-03-14T18:00:00.000Z'

  test('starts with what the server saw, so that both sides render the same', () => {
    const html = render(
      <Countdown until="2030-03-14T18:09:41.000Z" clock={toClock(Date.parse(now), 0)} over="Time is up" />,
    )
    expect(html).toContain('9:41 left')
  })

  test('counts whole seconds down to zero and never below', () => {
    expect(toSecondsLeft('2030-03-14T18:00:00.200Z', Date.parse(now))).toBe(1)
    expect(toSecondsLeft('2030-03-14T17:00:00.000Z', Date.parse(now))).toBe(0)
    expect([600, 59, 3661].map(toMinutes)).toEqual(['10:00', '0:59', '1:01:01'])
  })

  test('follows the browser’s clock unless that is plainly wrong', () => {
    expect(toClock(100_000, 98_000).skew).toBe(0)
    expect(toClock(3_700_000, 100_000).skew).toBe(3_600_000)
  })

  test('is spoken three times in ten minutes, not six hundred', () => {
    const spoken = new Set(Array.from({ length: 600 }, (_, left) => toSpoken(left + 1)))
    expect([...spoken]).toEqual(['last-minute', 'last-minutes', null])
  })
})

test.each([
  ['en-GB', 'Free'],
  ['de-DE', 'Kostenlos'],
  ['ar-EG-u-nu-latn', 'مجاني'],
])('a price of nothing is free (%s)', (locale, text) => {
  expect(render(<Price price={{ amount: 0, currency: 'EUR' }} />, locale)).toBe(`<span>${text}</span>`)
})

describe('a rating', () => {
  test('is read aloud as a number', () => {
    expect(render(<Rating average={4.64} count={28} />)).toContain('aria-label="Rated 4.6 out of 5"')
  })

  test('does not invent a zero when nobody has rated', () => {
    expect(render(<Rating average={null} count={0} />)).toContain('No reviews yet')
  })
})

describe('a time', () => {
  test('is the place’s own, whatever zone the machine has', () => {
    const time = <PlaceTime start={{ startsAt: '2030-07-14T18:30:00Z', zone: 'Asia/Kolkata' }} />
    const html = render(time)
    expect(html).toMatch(/Mon,? 15 Jul( 2030)?, 00:00/)
    expect(html).toContain('in Kolkata')
  })

  test('says the reader’s own time when it differs, and the day when that does', () => {
    const own = (zone: string) => toOwnTime({ startsAt: '2030-07-14T01:00:00Z', zone: 'Asia/Tokyo' }, 'en-GB', zone)
    expect(own('Asia/Seoul')).toBe('')
    expect(own('Europe/Lisbon')).toBe('02:00')
    expect(own('America/Los_Angeles')).toMatch(/^Sat,? 18:00$/)
  })

  test('is the server’s, and the reader’s own is not told where their browser has other rules for the same zone', () => {
    const local = { time: '2026-12-01T11:30', rules: '2026f' }
    const start = { startsAt: '2026-12-01T18:30:00Z', zone: 'America/Vancouver', local }
    expect(render(<PlaceTime start={start} place="Vancouver" />)).toContain('11:30')
    expect(toOwnTime(start, 'en-GB', 'America/Vancouver')).toBe('')
    expect(toOwnTime(start, 'en-GB', 'Europe/Lisbon')).toBe('18:30')
  })

  test('a whole day apart is not the same time', () => {
    expect(
      toOwnTime({ startsAt: '2030-07-14T12:00:00Z', zone: 'Pacific/Kiritimati' }, 'en-GB', 'Pacific/Honolulu'),
    ).toMatch(/^Sun,? 02:00$/)
  })

  test('is told of a zone that nobody knows, too', () => {
    const html = render(<PlaceTime start={{ startsAt: '2030-07-14T18:30:00Z', zone: 'Nowhere/At_all' }} />)
    expect(html).toMatch(/Sun,? 14 Jul( 2030)?, 18:30/)
    expect(toOwnTime({ startsAt: '2030-07-14T18:30:00Z', zone: 'Nowhere/At_all' }, 'en-GB', 'Asia/Tokyo')).toMatch(
      /^Mon,? 03:30$/,
    )
  })

  test('names places of more than one word', () => {
    expect(toZoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})

describe('in other languages', () => {
  const time = <PlaceTime start={{ startsAt: '2030-03-14T18:30:00Z', zone: 'Europe/Lisbon' }} place="Lissabon" />

  test('a time has the order and the words of the language', () => {
    expect(render(time, 'de-DE')).toMatch(/Do\., 14\. März( 2030)?,? 18:30<.*in Lissabon/)
    expect(render(time, 'ar-EG-u-nu-latn')).toMatch(/الخميس.*14 مارس.*18:30<.*بتوقيت Lissabon/)
  })

  test.each([
    [1, 'تقييم واحد'],
    [2, 'تقييمان'],
    [5, '5 تقييمات'],
    [11, '11 تقييمًا'],
    [100, '100 تقييم'],
  ])('%d reviews have the plural that Arabic wants', (count, said) => {
    expect(render(<Rating average={4} count={count} />, 'ar-EG-u-nu-latn')).toContain(`>${said}<`)
  })

  test('durations are written as the language writes them', () => {
    expect([45, 150, 2880, 1500, 3600].map((minutes) => toDuration(minutes, 'en-GB'))).toEqual([
      '45 mins',
      '2 hrs, 30 mins',
      '2 days',
      '25 hrs',
      '2 days, 12 hrs',
    ])
    expect(toDuration(150, 'de-DE')).toBe('2 Std., 30 Min.')
  })

  test('nothing is left in English', () => {
    expect(render(<ErrorNotice fault={{ why: 'signed-out' }} signInHref="/" />, 'de-DE')).toContain('>Anmelden<')
  })
})

test.each([
  [Number.NaN, 1],
  [0, 1],
  [2.7, 2],
  [99, 20],
])('typing %d into a stepper from 1 to 20 gives %d', (typed, chosen) => {
  expect(toWithin(typed, 1, 20)).toBe(chosen)
})

test('a fault is known by what it says, not by its class', () => {
  expect(toReason({ why: 'timeout' })).toBe('timeout')
  expect(toReason(new Error('boom'))).toBe('failed')
  expect(toReason({ why: 'toString' })).toBe('failed')
})

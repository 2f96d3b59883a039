import { renderToString } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { Countdown, toMinutes, toSecondsLeft, toSpoken } from './Countdown.tsx'
import { Field } from './Field.tsx'
import { Landscape } from './Landscape.tsx'
import { PlaceTime, toOwnTime, toZoneName } from './PlaceTime.tsx'
import { toPrice } from './Price.tsx'
import { Rating } from './Rating.tsx'
import { toWithin } from './Stepper.tsx'
import { whyOf } from './Trouble.tsx'
import { toClock } from './use-clock.ts'

describe('a countdown', () => {
  const now = '2030-03-14T18:00:00.000Z'

  test('starts with what the server saw, so that both sides render the same', () => {
    const html = renderToString(
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
    const spoken = new Set(Array.from({ length: 601 }, (_, left) => toSpoken(left, 'Time is up')))
    expect([...spoken].filter(Boolean)).toHaveLength(3)
  })
})

describe('a button', () => {
  test('can be pressed before there is script, unless it is told otherwise', () => {
    expect(renderToString(<Button>Find</Button>)).not.toContain('disabled')
    expect(renderToString(<Button disabled>Hold</Button>)).toContain('disabled=""')
  })

  test('that is busy says so', () => {
    expect(renderToString(<Button busy>Hold</Button>)).toContain('aria-busy="true"')
  })
})

test('a field ties hint and error to its control', () => {
  const html = renderToString(
    <Field id="name" label="Name" hint="As friends say it" error="Too short">
      {(control) => <input {...control} />}
    </Field>,
  )
  expect(html).toContain('aria-describedby="name-hint name-error"')
  expect(html).toContain('aria-invalid="true"')
})

describe('a rating', () => {
  test('is read aloud as a number', () => {
    expect(renderToString(<Rating average={4.64} count={28} locale="en-GB" />)).toContain('aria-label="Rated 4.6 of 5"')
  })

  test('does not invent a zero when nobody has rated', () => {
    expect(renderToString(<Rating average={null} count={0} locale="en-GB" />)).toContain('No reviews yet')
  })
})

describe('a time', () => {
  test('is the place’s own, whatever zone the machine has', () => {
    const time = <PlaceTime instant="2030-07-14T18:30:00Z" zone="Asia/Kolkata" locale="en-GB" />
    const html = renderToString(time)
    expect(html).toContain('Mon 15 Jul, 00:00')
    expect(html).toContain('Kolkata time')
  })

  test('says the reader’s own time when it differs, and the day when that does', () => {
    const own = (zone: string) => toOwnTime('2030-07-14T01:00:00Z', 'Asia/Tokyo', 'en-GB', zone)
    expect(own('Asia/Seoul')).toBe('')
    expect(own('Europe/Lisbon')).toBe(', 02:00 for you')
    expect(own('America/Los_Angeles')).toBe(', Sat 18:00 for you')
  })

  test('a whole day apart is not the same time', () => {
    expect(toOwnTime('2030-07-14T12:00:00Z', 'Pacific/Kiritimati', 'en-GB', 'Pacific/Honolulu')).toBe(
      ', Sun 02:00 for you',
    )
  })

  test('names places of more than one word', () => {
    expect(toZoneName('America/Argentina/Buenos_Aires')).toBe('Buenos Aires')
  })
})

test('a price has no empty cents, and yen have none at all', () => {
  expect(toPrice({ amount: 2900, currency: 'EUR' }, 'en-GB')).toBe('€29')
  expect(toPrice({ amount: 2950, currency: 'EUR' }, 'en-GB')).toBe('€29.50')
  expect(toPrice({ amount: 2900, currency: 'JPY' }, 'en-GB')).toBe('JP¥2,900')
})

test('a picture is always the same for the same seed, and needs no inline style', () => {
  const [once, again, other] = ['lisbon-tram', 'lisbon-tram', 'oslo-sauna'].map((seed) =>
    renderToString(<Landscape seed={seed} scene="town" />),
  )
  expect(once).toBe(again)
  expect(once).not.toBe(other)
  expect(once).not.toContain('style=')
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
  expect(whyOf({ why: 'timeout' })).toBe('timeout')
  expect(whyOf(new Error('boom'))).toBe('failed')
  expect(whyOf({ why: 'toString' })).toBe('failed')
})

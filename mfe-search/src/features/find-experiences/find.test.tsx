import { createInertHost } from '@fernweh/kit/browser/inert-host'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { toDuration } from '../../duration.ts'
import { toSeats } from './ListingCard.tsx'
import { Results, toHeading } from './Results.tsx'
import { SearchBox } from './SearchBox.tsx'

const host = createInertHost({ user: null, locale: 'en-GB', messages: {}, release: 'test' })

test('the box is a native form that keeps what was typed', () => {
  const html = renderToString(<SearchBox q='"wine" & more' />)
  expect(html).toContain('action="/" method="get"')
  expect(html).toContain('value="&quot;wine&quot; &amp; more"')
})

test('finding nothing is said plainly, with a way on', () => {
  const html = renderToString(<Results q="zzz" total={0} found={[]} host={host} />)
  expect(html).toContain('Nothing yet for “zzz”')
  expect(html).toContain('<a href="/">See everything</a>')
})

test('the heading says what is shown', () => {
  expect([toHeading('', 20), toHeading('wine', 3)]).toEqual(['Coming up', '3 for “wine”'])
})

test('scarcity is said only when it is true', () => {
  expect([1, 3, 4].map(toSeats)).toEqual(['Only 1 seat left', 'Only 3 seats left', '4 seats left'])
})

test('durations read as people say them', () => {
  expect([45, 120, 150, 1440, 2880, 1500].map(toDuration)).toEqual([
    '45 min',
    '2 h',
    '2 h 30 min',
    '1 day',
    '2 days',
    '25 h',
  ])
})

import { describe, expect, test } from 'vitest'
import { Notice } from '../feedback/Notice.tsx'
import { Skeleton } from '../feedback/Skeleton.tsx'
import { Card } from '../layout/Card.tsx'
import { contrast, type Ink } from '../style-guide/contrast.ts'
import { TEXT } from '../style-guide/contrast-pairs.ts'
import { render } from '../testing/render.tsx'
import { Portrait } from './Portrait.tsx'
import { LETTER_COLOUR, portraitColours, toInitials, toPortraitColours } from './portrait-colours.ts'
import { Ticket, TicketReference } from './Ticket.tsx'

test('a card has one link, its title', () => {
  const html = render(<Card picture={<img src="/p.webp" alt="" />} kicker="Lisbon" title="Trams" href="/e/tram" />)
  expect(html.match(/<a /g)).toHaveLength(1)
  expect(html).toMatch(/<a href="\/e\/tram"[^>]*>Trams<\/a>/)
})

test('notices of different kinds are told apart by more than their class', () => {
  const signs = (['calm', 'wait', 'loss'] as const).map(
    (kind) => render(<Notice kind={kind}>Well</Notice>).match(/ d="[^"]+"/)?.[0],
  )
  expect(new Set(signs).size).toBe(3)
})

test('success has a tick and an error a mark beside its sun', () => {
  const marksOf = (kind: 'calm' | 'wait' | 'loss') =>
    Array.from(render(<Notice kind={kind}>Well</Notice>).matchAll(/data-mark="(\w+)"/g), ([, mark]) => mark)
  expect([marksOf('calm'), marksOf('loss'), marksOf('wait')]).toEqual([['calm'], ['loss'], []])
})

test('a skeleton says once that something is loading, and hides its lines', () => {
  const html = render(<Skeleton of="cards" count={3} />)
  expect(html.match(/Loading/g)).toHaveLength(1)
  expect(html.match(/<li>/g)).toHaveLength(3)
  expect(html).toContain('aria-hidden="true"')
})

describe('a portrait', () => {
  test('is always the same for the same name, and silent', () => {
    expect(render(<Portrait name="Ann Berg" />)).toBe(render(<Portrait name="Ann Berg" />))
    expect(render(<Portrait name="Ann Berg" />)).toContain('aria-hidden="true"')
  })

  test('uses every set of colours', () => {
    const seen = new Set(Array.from({ length: 200 }, (_, at) => toPortraitColours(`person ${at}`)))
    expect(seen.size).toBe(portraitColours.length)
  })

  test.each([
    ['Ann Berg', 'AB'],
    ['bob', 'B'],
    ['  Cleo de la Marchetti ', 'CM'],
    ['Łucja Nowak', 'ŁN'],
    ['ليلى حداد', 'ل'],
    ['', ''],
  ])('of %s shows %s', (name, initials) => {
    expect(toInitials(name)).toBe(initials)
  })

  test.each(portraitColours)('over %s and %s has letters that can be read on %s', (_, __, land) => {
    expect(contrast(toInk(LETTER_COLOUR), toInk(land))).toBeGreaterThanOrEqual(TEXT)
  })
})

describe('a ticket', () => {
  test('keeps its letters in their order and untranslated', () => {
    expect(render(<TicketReference>FW-7K3MQ2XZ4D</TicketReference>)).toMatch(/<bdi[^>]*translate="no">FW-7K3MQ2XZ4D/)
  })

  test('has no stub where there is nothing to scan', () => {
    const [one, other] = [render(<Ticket>Words</Ticket>), render(<Ticket code={<svg />}>Words</Ticket>)]
    expect(one.match(/<div/g)).toHaveLength(2)
    expect(other.match(/<div/g)).toHaveLength(3)
  })
})

function toInk(ink: string): Ink {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(ink.slice(at, at + 2), 16))
  return [red, green, blue]
}

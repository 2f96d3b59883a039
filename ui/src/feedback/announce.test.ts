import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createSpeaker } from './announce.ts'

/** As much of a document as a live region needs. */
class Element {
  id = ''
  textContent = ''
  children: Element[] = []
  parent: Element | undefined
  attributes: Record<string, string> = {}
  setAttribute(name: string, value: string) {
    this.attributes[name] = value
  }
  append(child: Element) {
    child.parent = this
    this.children.push(child)
  }
  remove() {
    if (this.parent) this.parent.children = this.parent.children.filter((child) => child !== this)
  }
}

function openPage() {
  const body = new Element()
  const page = {
    body,
    createElement: () => new Element(),
    getElementById: (id: string) => body.children.find((child) => child.id === id) ?? null,
  }
  return { body, page: page as unknown as Document }
}

const spoken = (body: Element) => body.children.flatMap(({ children }) => children.map((line) => line.textContent))

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('all who speak share one polite region, whichever bundle they come from', () => {
  const { body, page } = openPage()
  const [one, other] = [createSpeaker(page), createSpeaker(page)]
  one.say('A seat is gone')
  other.say('A new review')
  vi.advanceTimersByTime(0)
  expect(body.children.map(({ attributes }) => attributes)).toEqual([{ 'aria-live': 'polite' }])
  expect(spoken(body)).toEqual(['A seat is gone', 'A new review'])
})

test('of many changes in a row the first is said, then only the latest', () => {
  const { body, page } = openPage()
  const speaker = createSpeaker(page)
  const heard: string[] = []
  for (const seats of [9, 8, 7, 6]) {
    speaker.say(`${seats} seats`)
    vi.advanceTimersByTime(500)
    heard.push(...spoken(body))
  }
  vi.advanceTimersByTime(10_000)
  heard.push(...spoken(body))
  expect([...new Set(heard)]).toEqual(['9 seats', '6 seats'])
})

test('who leaves the page is not heard any more', () => {
  const { body, page } = openPage()
  const speaker = createSpeaker(page)
  speaker.say('Too late')
  speaker.leave()
  vi.advanceTimersByTime(10_000)
  expect(spoken(body)).toEqual([])
})

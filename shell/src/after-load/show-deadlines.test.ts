// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { bus } from '../bus.ts'
import { KEY, showDeadlines } from './show-deadlines.ts'

const now = Date.parse('2030-03-01T10:00:00Z')

beforeEach(() => {
  vi.useFakeTimers({ now })
  localStorage.clear()
  document.title = 'Home · Fernweh'
})

/** A page of the person, as it is after loading. */
function open(personId: string | null) {
  const state = JSON.stringify({ user: personId === null ? null : { id: personId } })
  document.body.innerHTML = `<div data-layout><section slot="menu"><script type="application/json">${state}</script></section></div>`
  const layout = document.querySelector('[data-layout]') as HTMLElement
  layout.attachShadow({ mode: 'open' }).innerHTML = '<span data-deadline hidden></span>'
  showDeadlines()
  return layout.shadowRoot?.querySelector('[data-deadline]') as HTMLElement
}

test('the time left is on every page and in its title, urgent below a minute, until it is over', () => {
  bus.emit('page:deadlines-changed', { deadlines: { b1: now + 61_000, b2: now + 600_000 } })
  const here = open('ann')
  expect([here.hidden, here.textContent, here.className, document.title]).toEqual([
    false,
    '1:01',
    '',
    '1:01 · Home · Fernweh',
  ])
  vi.advanceTimersByTime(2_000)
  expect([here.textContent, here.className, document.title]).toEqual(['0:59', 'urgent', '0:59 · Home · Fernweh'])
  expect(open('ann').textContent).toBe('0:59')
  bus.emit('page:deadlines-changed', { deadlines: { b1: null } })
  expect(open('ann').textContent).toBe('9:58')
  bus.emit('page:deadlines-changed', { deadlines: { b2: null } })
  expect([here.hidden, document.title, localStorage.getItem(KEY)]).toEqual([true, 'Home · Fernweh', null])
})

test('nothing is shown to another person on the same browser', () => {
  bus.emit('page:deadlines-changed', { deadlines: {} })
  localStorage.setItem(KEY, JSON.stringify({ personId: 'ann', deadlines: { b1: now + 60_000 } }))
  expect(open('bob').hidden).toBe(true)
  localStorage.setItem(KEY, JSON.stringify({ personId: 'ann', deadlines: { b1: now + 60_000 } }))
  open(null)
  expect(localStorage.getItem(KEY)).toBeNull()
})

test('what is not readable counts as nothing', () => {
  localStorage.setItem(KEY, '{')
  expect(open('ann').hidden).toBe(true)
})

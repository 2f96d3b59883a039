import { createElement, useId } from 'react'
import { expect, test } from 'vitest'
import type { PartProps, PartState } from './host.ts'
import { createPartRenderer } from './server-render.ts'

Object.assign(globalThis, { FERNWEH_TEAM: 'search' })

const state: PartState = {
  data: { city: 'Lisbon' },
  user: null,
  locale: 'en',
  now: '2030-01-01T00:00:00Z',
  release: 'r1',
  intention: 'i1',
  outcome: null,
}

function Find({ data, now }: PartProps<{ city: string }>) {
  return createElement('p', { id: useId() }, `${data.city} at ${now}`)
}

function Asks({ host }: PartProps<unknown>) {
  void host.api('GET /experiences')
  return null
}

test('renders a part from its state alone, with ids of its own', () => {
  const html = createPartRenderer({ Find })('Find', state)
  expect(html).toContain('Lisbon at 2030-01-01T00:00:00Z')
  expect(html).toContain('search-Find-')
})

test('a part that asks while it renders, and a part that is not there, are errors', () => {
  const renderPart = createPartRenderer({ Asks })
  expect(() => renderPart('Asks', state)).toThrow('while rendering')
  expect(() => renderPart('Gone', state)).toThrow('no part named Gone')
})

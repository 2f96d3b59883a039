// @vitest-environment happy-dom
import { outcomeFields } from '@fernweh/contracts/browser/form-outcome'
import { afterEach, expect, test, vi } from 'vitest'
import { clearOutcome } from './clear-outcome.ts'

afterEach(() => {
  vi.restoreAllMocks()
  history.replaceState(null, '', '/')
})

const shown = () => location.pathname + location.search + location.hash

test.each(outcomeFields)('%s leaves the address, and everything else stays', (field) => {
  history.replaceState({ scroll: 7 }, '', `/e/1?sort=hot&${field}=x&day=3#book`)
  clearOutcome()
  expect(shown()).toBe('/e/1?sort=hot&day=3#book')
  expect(history.state).toEqual({ scroll: 7 })
})

test('no entry is added to the history: going back leads to the page before', () => {
  history.replaceState(null, '', '/e/1?refused=full&form=book')
  const entries = history.length
  clearOutcome()
  expect([shown(), history.length]).toEqual(['/e/1', entries])
})

test('an address without an outcome is left as it is spelled', () => {
  const replace = vi.spyOn(history, 'replaceState')
  history.replaceState(null, '', '/e/1?q=a+b&refuse=d')
  replace.mockClear()
  clearOutcome()
  expect(replace).not.toHaveBeenCalled()
  expect(shown()).toBe('/e/1?q=a+b&refuse=d')
})

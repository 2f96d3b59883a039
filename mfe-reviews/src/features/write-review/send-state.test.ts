import { expect, test } from 'vitest'
import { evolve, type SendAction, type SendState } from './send-state.ts'

const ready: SendState = { key: 'key-0', step: { name: 'ready' } }
const draft = { rating: 5, text: 'Lovely' }

function after(...actions: SendAction[]): SendState {
  return actions.reduce(evolve, ready)
}

test('two clicks are one intention', () => {
  const state = after({ type: 'send', draft, freshKey: 'key-1' }, { type: 'send', draft, freshKey: 'key-2' })
  expect(state).toEqual({ key: 'key-0', step: { name: 'sent', draft } })
})

test('without an answer the same words keep their key, other words get their own', () => {
  const unsure = after({ type: 'send', draft, freshKey: 'key-1' }, { type: 'fail', fault: 'timeout' })
  expect(evolve(unsure, { type: 'send', draft, freshKey: 'key-2' }).key).toBe('key-0')
  expect(evolve(unsure, { type: 'send', draft: { ...draft, rating: 4 }, freshKey: 'key-2' }).key).toBe('key-2')
})

test('a refusal is data, and the next try has a new key', () => {
  const state = after(
    { type: 'send', draft, freshKey: 'key-1' },
    { type: 'refuse', refusal: 'already-reviewed', freshKey: 'key-2' },
  )
  expect(state).toEqual({ key: 'key-2', step: { name: 'refused', refusal: 'already-reviewed' } })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evolve, type HoldAction, type HoldState } from './hold-state.ts'

const ready: HoldState = { key: 'key-0', step: { name: 'ready' } }
const two = { sessionId: 'tram-1', seats: 2 }
const three = { sessionId: 'tram-1', seats: 3 }

function after(...actions: HoldAction[]): HoldState {
  return actions.reduce(evolve, ready)
}

describe('holding seats', () => {
  test('ann clicks twice: it is one intention under the key of the rendered form', () => {
    const state = after({ type: 'send', wish: two, freshKey: 'key-1' }, { type: 'send', wish: two, freshKey: 'key-2' })
    expect(state).toEqual({ key: 'key-0', step: { name: 'sent', wish: two } })
  })

  test('no answer came: asking again for the same is the same intention', () => {
    const state = after(
      { type: 'send', wish: two, freshKey: 'key-1' },
      { type: 'fail', fault: new Error('offline') },
      { type: 'send', wish: two, freshKey: 'key-2' },
    )
    expect(state.key).toBe('key-0')
  })

  test('no answer came: asking for something else is another intention', () => {
    const state = after(
      { type: 'send', wish: two, freshKey: 'key-1' },
      { type: 'fail', fault: new Error('offline') },
      { type: 'send', wish: three, freshKey: 'key-2' },
    )
    expect(state).toEqual({ key: 'key-2', step: { name: 'sent', wish: three } })
  })

  test('a refusal is kept with what was wished, and the next wish has a new key', () => {
    const state = after(
      { type: 'send', wish: two, freshKey: 'key-1' },
      { type: 'refuse', refusal: 'session-full', freshKey: 'key-2' },
    )
    expect(state).toEqual({ key: 'key-2', step: { name: 'refused', wish: two, refusal: 'session-full' } })
  })

  test('an answer that nobody waits for changes nothing', () => {
    expect(after({ type: 'hold', freshKey: 'key-1' })).toBe(ready)
  })

  test('whatever happens, one key never carries two different wishes that may both have arrived', () => {
    fc.assert(fc.property(fc.array(anyAction(), { maxLength: 30 }), keysCarryOneWish))
  })
})

function anyAction(): fc.Arbitrary<Omit<HoldAction, 'freshKey'>> {
  const wish = fc.record({ sessionId: fc.constantFrom('a', 'b'), seats: fc.integer({ min: 1, max: 3 }) })
  return fc.oneof(
    fc.record({ type: fc.constant('send' as const), wish }),
    fc.record({ type: fc.constant('fail' as const), fault: fc.constant('timeout') }),
    fc.record({ type: fc.constant('refuse' as const), refusal: fc.constant('session-full' as const) }),
    fc.record({ type: fc.constant('hold' as const) }),
  ) as fc.Arbitrary<Omit<HoldAction, 'freshKey'>>
}

function keysCarryOneWish(actions: Omit<HoldAction, 'freshKey'>[]) {
  const carried = new Map<string, string>()
  let state = ready
  actions.forEach((action, at) => {
    state = evolve(state, { ...action, freshKey: `key-${at + 1}` } as HoldAction)
    if (state.step.name !== 'sent') return
    const wish = JSON.stringify(state.step.wish)
    expect(carried.get(state.key) ?? wish).toBe(wish)
    carried.set(state.key, wish)
  })
}

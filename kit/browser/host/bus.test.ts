import { expect, test, vi } from 'vitest'
import { createBus } from './bus.ts'

interface TestEvents {
  'search:party-size-chosen': { seats: number }
  'bookings:hold-ended': { holdId: string }
}

test('a message reaches every handler, and none that was removed', () => {
  const bus = createBus<TestEvents>()
  const [ann, bob] = [vi.fn(), vi.fn()]
  const remove = bus.on('search:party-size-chosen', ann)
  bus.on('search:party-size-chosen', bob)
  bus.emit('search:party-size-chosen', { seats: 2 })
  remove()
  bus.emit('search:party-size-chosen', { seats: 3 })
  expect(ann.mock.calls).toEqual([[{ seats: 2 }]])
  expect(bob.mock.calls).toEqual([[{ seats: 2 }], [{ seats: 3 }]])
})

test('a late handler gets the last message of its type, with replay only', () => {
  const bus = createBus<TestEvents>()
  bus.emit('search:party-size-chosen', { seats: 2 })
  bus.emit('search:party-size-chosen', { seats: 4 })
  bus.emit('bookings:hold-ended', { holdId: 'h1' })
  const [late, later] = [vi.fn(), vi.fn()]
  bus.on('search:party-size-chosen', late, { replay: true })
  bus.on('search:party-size-chosen', later)
  expect(late.mock.calls).toEqual([[{ seats: 4 }]])
  expect(later).not.toHaveBeenCalled()
})

test('a message that breaks the contract throws at its sender and reaches no handler', () => {
  const bus = createBus<TestEvents>((_type, payload) => {
    if ((payload as { seats: number }).seats < 1) throw new TypeError('seats')
  })
  const handler = vi.fn()
  bus.on('search:party-size-chosen', handler)
  expect(() => bus.emit('search:party-size-chosen', { seats: 0 })).toThrow('seats')
  expect(handler).not.toHaveBeenCalled()
})

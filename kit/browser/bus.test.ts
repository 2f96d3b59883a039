import { expect, test, vi } from 'vitest'
import { createBus } from './bus.ts'

interface Words {
  'search:party-size-chosen': { seats: number }
  'bookings:hold-ended': { holdId: string }
}

test('everybody who listens hears a message, and nobody after leaving', () => {
  const bus = createBus<Words>()
  const [ann, bob] = [vi.fn(), vi.fn()]
  const leave = bus.on('search:party-size-chosen', ann)
  bus.on('search:party-size-chosen', bob)
  bus.emit('search:party-size-chosen', { seats: 2 })
  leave()
  bus.emit('search:party-size-chosen', { seats: 3 })
  expect(ann.mock.calls).toEqual([[{ seats: 2 }]])
  expect(bob.mock.calls).toEqual([[{ seats: 2 }], [{ seats: 3 }]])
})

test('who mounts late hears the last message of the type, if asked for', () => {
  const bus = createBus<Words>()
  bus.emit('search:party-size-chosen', { seats: 2 })
  bus.emit('search:party-size-chosen', { seats: 4 })
  bus.emit('bookings:hold-ended', { holdId: 'h1' })
  const [late, later] = [vi.fn(), vi.fn()]
  bus.on('search:party-size-chosen', late, { replay: true })
  bus.on('search:party-size-chosen', later)
  expect(late.mock.calls).toEqual([[{ seats: 4 }]])
  expect(later).not.toHaveBeenCalled()
})

test('a message that breaks the contract is thrown back at its sender and reaches nobody', () => {
  const bus = createBus<Words>((_type, payload) => {
    if ((payload as { seats: number }).seats < 1) throw new TypeError('seats')
  })
  const heard = vi.fn()
  bus.on('search:party-size-chosen', heard)
  expect(() => bus.emit('search:party-size-chosen', { seats: 0 })).toThrow('seats')
  expect(heard).not.toHaveBeenCalled()
})

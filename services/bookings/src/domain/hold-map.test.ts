import fc from 'fast-check'
import { expect, it } from 'vitest'
import { allHolds, getHold, type HoldMap, type HoldState, noHolds, putHold } from './hold-map.ts'

const hold = (holdId: string, seats: number): HoldState => ({
  holdId,
  travellerId: 'ann',
  seats,
  price: { amount: 100, currency: 'EUR' },
  expiresAt: '2027-04-01T12:00:00.000Z',
  status: 'held',
})

it('keeps the last hold put under each id, like a Map', () => {
  const holds = fc.array(
    fc.record({ id: fc.stringMatching(/^[a-z0-9_-]{1,6}$/), seats: fc.integer({ min: 1, max: 9 }) }),
  )
  fc.assert(
    fc.property(holds, (puts) => {
      const model = new Map(puts.map(({ id, seats }) => [id, hold(id, seats)]))
      const map = puts.reduce<HoldMap>((before, { id, seats }) => putHold(before, hold(id, seats)), noHolds)
      for (const [id, expected] of model) expect(getHold(map, id)).toEqual(expected)
      expect(allHolds(map)).toHaveLength(model.size)
      expect(getHold(map, 'never-put')).toBeUndefined()
    }),
  )
})

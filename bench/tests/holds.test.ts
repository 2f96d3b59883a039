import { expect, test } from 'vitest'
import { holds } from '../src/holds/holds.ts'

test('both sides hold seats, every row is accounted for, and nobody is oversold', async () => {
  const rows = await holds.run({ runs: 1, quick: true, log() {} })
  expect(rows).toHaveLength(8)
  for (const { what, value, against, ratio } of rows) {
    expect(value, what).toBeGreaterThan(0)
    expect(against, what).toBeGreaterThan(0)
    expect(ratio, what).toBeCloseTo(value / (against ?? 0), 0)
  }
})

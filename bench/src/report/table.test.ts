import { expect, test } from 'vitest'
import { row } from './bench.ts'
import { toTable } from './table.ts'

test('a table aligns figures and marks which targets are met', () => {
  const rows = [
    row({ what: 'kept', value: 1234.5, unit: 'holds/s', against: 100, targets: [{ of: 'ratio', atLeast: 10 }] }),
    row({
      what: 'broken',
      value: 2.4567,
      unit: 's',
      against: 2,
      targets: [
        { of: 'ratio', atMost: 1.25 },
        { of: 'value', atMost: 2.4 },
      ],
    }),
  ]
  expect(toTable(rows).split('\n')).toEqual([
    'what    value  unit     against   ratio  target',
    'kept     1235  holds/s      100  12.3 ×  ≥ 10 × ✓',
    'broken   2.46  s              2  1.23 ×  ≤ 1.25 × ✓, ≤ 2.4 ✗',
  ])
})

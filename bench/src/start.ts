import type { Bench } from './bench.ts'
export const start: Bench = { against: '-', runs: 1, run: async () => [] }

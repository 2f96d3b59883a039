import type { Bench } from './bench.ts'
export const live: Bench = { against: '-', runs: 1, run: async () => [] }

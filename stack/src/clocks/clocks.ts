/** The instants and zones at which the tests must pass. */

export interface TestClock {
  /** UTC, as `YYYY-MM-DD HH:MM`. */
  at: string
  zone: string
}

const DAYS = {
  monthEnds: ['2027-02-28', '2027-06-30', '2027-12-31'],
  clockChangesInBerlin: ['2027-03-28', '2027-10-31'],
  clockChangesInNewYork: ['2027-03-14', '2027-11-07'],
}
const TIMES = ['00:05', '12:00', '23:55']
/** Kiritimati is the furthest ahead of UTC, Pago Pago the furthest behind. */
const ZONES = ['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']

const days = Object.values(DAYS).flat()

export const allClocks: TestClock[] = days.flatMap((day) =>
  TIMES.flatMap((time) => ZONES.map((zone) => ({ at: `${day} ${time}`, zone }))),
)

export const fewClocks: TestClock[] = [
  { at: '2027-02-28 23:55', zone: 'Pacific/Kiritimati' },
  { at: '2027-10-31 00:05', zone: 'Pacific/Pago_Pago' },
  { at: '2027-12-31 23:55', zone: 'UTC' },
]

/** Tests with stores take minutes: they pass midnight once on each day. */
export const storeClocks: TestClock[] = days.map((day) => ({ at: `${day} 23:55`, zone: 'Pacific/Kiritimati' }))

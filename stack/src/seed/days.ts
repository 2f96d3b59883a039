/** Calendar days as `YYYY-MM-DD`, without a zone. */

export const DAY_MS = 86_400_000

export const addDays = (date: string, days: number) =>
  new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10)

/** ISO weekday, 1 is Monday. */
export const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7

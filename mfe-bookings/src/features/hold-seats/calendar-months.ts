const DAY_MS = 86_400_000

interface Month {
  /** First day of the month. */
  month: string
  /** Days, and null before the first and after the last of the month. */
  weeks: (string | null)[][]
}

/** The months from the first of these days to the last, soonest first. */
export function toMonths(days: readonly { day: string }[], locale: string): Month[] {
  const [first, last] = [days[0]?.day, days.at(-1)?.day]
  if (first === undefined || last === undefined) return []
  const months: Month[] = []
  for (let month = firstOf(first); month <= last; month = nextMonth(month)) {
    months.push({ month, weeks: toWeeks(month, firstWeekday(locale)) })
  }
  return months
}

/** 0 is Sunday. Firefox has no `getWeekInfo`. */
const firstWeekday = (locale: string) => (locale.startsWith('ar') ? 6 : locale.endsWith('US') ? 0 : 1)

/** Any seven days in the order of the weeks' columns. 4 January 1970 was a Sunday. */
export const toWeekdays = (locale: string) =>
  Array.from({ length: 7 }, (_, at) => toDay((3 + firstWeekday(locale) + at) * DAY_MS))

function toWeeks(month: string, first: number): (string | null)[][] {
  const begin = Date.parse(month)
  const length = (Date.parse(nextMonth(month)) - begin) / DAY_MS
  const before = (new Date(begin).getUTCDay() - first + 7) % 7
  const cells = Array.from({ length: Math.ceil((before + length) / 7) * 7 }, (_, at) =>
    at < before || at >= before + length ? null : toDay(begin + (at - before) * DAY_MS),
  )
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}

const firstOf = (day: string) => `${day.slice(0, 7)}-01`
const nextMonth = (month: string) => firstOf(toDay(Date.parse(month) + 31 * DAY_MS))
const toDay = (milliseconds: number) => new Date(milliseconds).toISOString().slice(0, 10)

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** Counted from when the server rendered, so that both sides say the same; null for what is less than a minute ago. */
export function toAgo(instant: string, now: string, locale: string): string | null {
  const passed = Date.parse(now) - Date.parse(instant)
  const unit = units.find(([, ms]) => passed >= ms)
  if (!unit) return null
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(-Math.floor(passed / unit[1]), unit[0])
}

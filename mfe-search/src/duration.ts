const HOUR = 60
const DAY = 24 * HOUR

/** 45 → `45 min`, 150 → `2 h 30 min`, 2880 → `2 days` */
export function toDuration(minutes: number): string {
  if (minutes < HOUR) return `${minutes} min`
  if (minutes >= DAY && minutes % DAY === 0) return minutes === DAY ? '1 day' : `${minutes / DAY} days`
  const rest = minutes % HOUR
  return rest === 0 ? `${minutes / HOUR} h` : `${Math.floor(minutes / HOUR)} h ${rest} min`
}

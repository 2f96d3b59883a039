import type { Hold } from '@fernweh/contracts/feeds/bookings'

/** The feed knows best; what was only answered so far stands in front of it. Newest first, each hold once. */
export function mergeHolds(followed: Hold[], answered: Hold[]): Hold[] {
  const known = new Set(followed.map(({ holdId }) => holdId))
  return [...answered.filter(({ holdId }) => !known.has(holdId)), ...followed]
}

/** Ids of holds that were held before and are not any more. */
export function endedSince(before: Hold[], after: Hold[]): Hold[] {
  const held = new Set(before.filter(({ status }) => status === 'held').map(({ holdId }) => holdId))
  return after.filter(({ holdId, status }) => status !== 'held' && held.has(holdId))
}

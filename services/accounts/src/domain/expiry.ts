const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export const signInExpiry = (now: Date): Date => new Date(now.getTime() + 30 * DAY_MS)
export const signUpExpiry = (now: Date): Date => new Date(now.getTime() + DAY_MS)
export const passwordResetExpiry = (now: Date): Date => new Date(now.getTime() + 30 * MINUTE_MS)

export const isCurrent = ({ ended, expiresAt }: { ended: boolean; expiresAt: Date }, now: Date): boolean =>
  !ended && now < expiresAt

const MINUTE_MS = 60_000

export const signUpEnds = (now: Date): Date => new Date(now.getTime() + 24 * 60 * MINUTE_MS)
export const passwordResetEnds = (now: Date): Date => new Date(now.getTime() + 30 * MINUTE_MS)

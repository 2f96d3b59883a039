/** How long a mail waits for what it lacks. Ages are those of the event that it tells of. */
const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

/** Who has no address by then has none: all that is known of people was said long before they book anything. */
const ADDRESS_MS = HOUR_MS
/** Mailboxes that are full or hesitate are tried for so long (RFC 5321, 4.5.4.1: at least four to five days). */
const MAILBOX_MS = 5 * 24 * HOUR_MS

export const ageOf = ({ time }: { time: string }, now: Date): number => now.getTime() - Date.parse(time)

export const hasNoAddress = (age: number): boolean => age > ADDRESS_MS
export const neverTakesMail = (age: number): boolean => age > MAILBOX_MS

/** The longer it has waited, the longer it waits: a second at first, a minute at most. */
export const pauseMs = (age: number): number => Math.min(Math.max(age / 4, SECOND_MS), 60 * SECOND_MS)

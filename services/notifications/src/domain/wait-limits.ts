/** How long a mail waits for an address or a mailbox, from when it was due. */
const SECOND_MS = 1_000
const HOUR_MS = 3_600_000

/** After this time no address will arrive: it is published long before people book anything. */
const ADDRESS_MS = HOUR_MS
/** Full or deferring mailboxes are retried for this long (RFC 5321, 4.5.4.1: at least four to five days). */
const MAILBOX_MS = 5 * 24 * HOUR_MS

export const ageOf = ({ since }: { since: string }, now: Date): number => now.getTime() - Date.parse(since)

export const hasNoAddress = (age: number): boolean => age > ADDRESS_MS
export const isMailboxUnreachable = (age: number): boolean => age > MAILBOX_MS

/** Grows with the age: a second at first, a minute at most. */
export const retryDelayMs = (age: number): number => Math.min(Math.max(age / 4, SECOND_MS), 60 * SECOND_MS)

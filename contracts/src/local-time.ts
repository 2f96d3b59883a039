import { z } from 'zod'

/** What clocks at a place show at an instant, e.g. `2030-03-14T18:30`, and the release of the IANA rules it was decided by. */
export const localTime = z.object({ time: z.iso.datetime({ local: true, precision: -1 }), rules: z.string() })
export type LocalTime = z.infer<typeof localTime>

/** When a session begins: `local` is missing in answers of servers that do not send it yet. */
export const sessionStart = z.object({ startsAt: z.iso.datetime(), zone: z.string(), local: localTime.optional() })
export type SessionStart = z.infer<typeof sessionStart>

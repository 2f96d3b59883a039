/** The settings a test may change, and what the mail server has received. */
import { z } from 'zod'

export const settingsSchema = z.strictObject({
  /** Connections are ended with 421. */
  down: z.boolean().default(false),
  /** So many mails are kept, and the connection cut before the answer. */
  loseAnswers: z.int().min(0).default(0),
  /** Answers to whole mails come this much later. */
  delayMs: z.int().min(0).max(60_000).default(0),
  /** Nobody has this address: 550. */
  refuse: z.string().nullable().default(null),
})
export type Settings = z.output<typeof settingsSchema>

export interface SmtpCall {
  /** Milliseconds. */
  at: number
  what: 'turned-away' | 'connected' | 'refused' | 'accepted' | 'answer-lost'
}

/** A feed is one versioned row of a view; its name has the form of a stream name, `<noun>.<id>`. */
import { z } from 'zod'
import { streamName } from '../envelope.ts'

export const feedName = streamName

/** A read answer that can be subscribed to: a push with a higher version replaces `data` completely. */
export interface Versioned<Data> {
  feed: string
  version: number
  data: Data
}
export function versioned<Data extends z.ZodType>(data: Data) {
  return z.object({ feed: feedName, version: z.int().min(0), data })
}

/** One push; bursts are conflated, so it may cover several versions: apply when `after ≤ mine < version`. */
export interface Push<Data = unknown> extends Versioned<Data> {
  after: number
}

/** Subject of a feed's pushes on the broker (core NATS, no storage). */
export const feedSubject = (feed: string) => `feeds.${feed}`

/** The messages of a bff's Socket.IO endpoint. */
export interface ClientToServer {
  join: (feed: string, answer: (head: { version: number; data: unknown } | { refused: string }) => void) => void
  leave: (feed: string) => void
}
export interface ServerToClient {
  push: (push: Push) => void
  heads: (heads: Record<string, number>) => void
  cut: (why: { reason: string }) => void
}

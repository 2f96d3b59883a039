import type { Express } from 'express'
import { z } from 'zod'
import type { DurableConsumer } from '../delivery/durable-consumer.ts'
import type { OutboxRelay } from '../delivery/outbox-relay.ts'
import type { AuditCheck } from '../event-log/audit.ts'
import { operatorRoute } from '../http/http.ts'
import { invalidFields } from '../http/problem.ts'
import type { ProcessContext } from '../process/lifecycle.ts'

const relaySwitch = z.object({ paused: z.boolean() })

/** `POST /ops/relay { paused }`: events wait in the log while paused; of this instance only. */
export function serveRelaySwitch(app: Express, relay: Pick<OutboxRelay, 'pause' | 'resume'>): void {
  operatorRoute(app, 'POST /ops/relay', ({ body }) => {
    const read = relaySwitch.safeParse(body)
    if (!read.success) throw invalidFields(read.error, 'body')
    if (read.data.paused) relay.pause()
    else relay.resume()
    return read.data
  })
}

/** An audit that throws, as it does when a statement or another service takes too long, has seen nothing broken. */
export function serveAudit(app: Express, audit: () => Promise<AuditCheck[]>): void {
  const { log } = app.locals.context as ProcessContext
  operatorRoute(app, 'POST /ops/audit', async () => ({
    checks: await audit().catch((error: Error): AuditCheck[] => {
      log.warn({ err: error }, 'audit not completed, nothing checked')
      return [{ name: 'every promise', ok: null, detail: error.message }]
    }),
  }))
}

export function serveParkedReplay(app: Express, consumers: readonly Pick<DurableConsumer, 'replayParked'>[]): void {
  operatorRoute(app, 'POST /ops/parked/replay', async () => {
    const left = await Promise.all(consumers.map((consumer) => consumer.replayParked()))
    return { left: left.reduce((sum, one) => sum + one, 0) }
  })
}

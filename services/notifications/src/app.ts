import type { DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/service/operators'
import type { Express } from 'express'

export interface Notifications {
  consumers: readonly Pick<DurableConsumer, 'replayParked'>[]
  relay: Pick<OutboxRelay, 'pause' | 'resume'>
  audit(): Promise<AuditCheck[]>
}

/** Nobody asks notifications for anything; operators give it commands. */
export function serveNotifications(app: Express, { consumers, relay, audit }: Notifications): void {
  serveRelaySwitch(app, relay)
  serveParkedReplay(app, consumers)
  serveAudit(app, audit)
}

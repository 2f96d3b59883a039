import type { Check } from '@fernweh/kit/server/audit'
import type { Consumer } from '@fernweh/kit/server/consume'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/operators'
import type { Relay } from '@fernweh/kit/server/relay'
import type { Express } from 'express'

export interface Notifications {
  consumers: readonly Pick<Consumer, 'replayParked'>[]
  relay: Pick<Relay, 'pause' | 'resume'>
  audit(): Promise<Check[]>
}

/** Nobody asks notifications for anything; operators give it commands. */
export function serveNotifications(app: Express, { consumers, relay, audit }: Notifications): void {
  serveRelaySwitch(app, relay)
  serveParkedReplay(app, consumers)
  serveAudit(app, audit)
}

import { readPictureUrl } from '@fernweh/contracts/browser/pictures'
import type { DurableConsumer } from '@fernweh/kit/server/delivery/durable-consumer'
import type { OutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import { serveAudit, serveParkedReplay, serveRelaySwitch } from '@fernweh/kit/server/service/operators'
import type { Express } from 'express'
import type { Variants } from './adapters/variants.ts'

export interface Pictures {
  variants: Variants
  consumers: readonly Pick<DurableConsumer, 'replayParked'>[]
  relay: Pick<OutboxRelay, 'pause' | 'resume'>
  audit(): Promise<AuditCheck[]>
}

const RETRY_AFTER_SECONDS = '2'

export function servePictures(app: Express, { variants, consumers, relay, audit }: Pictures): void {
  app.get('/pictures/:pictureId/:file', async (request, response) => {
    const variant = readPictureUrl(request.path)
    const printed = variant && (await variants.get(variant).catch(toRetry))
    if (!variant || !printed) throw notFound()
    const { bytes, etag } = printed
    response.set({ etag, 'cache-control': 'public, max-age=31536000, immutable' })
    // Compares `if-none-match` with what was just set.
    if (request.fresh) return void response.status(304).end()
    response.set({ 'content-type': `image/${variant.format}`, 'content-length': String(bytes.length) }).end(bytes)

    function toRetry(error: unknown): never {
      if (error instanceof HttpProblem && error.status === 503) response.set('retry-after', RETRY_AFTER_SECONDS)
      throw error
    }
  })
  serveRelaySwitch(app, relay)
  serveParkedReplay(app, consumers)
  serveAudit(app, audit)
}

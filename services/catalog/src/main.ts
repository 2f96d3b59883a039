import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database/database'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/service/operators'
import { serveCatalog } from './adapters/http.ts'
import { createCatalogClerk } from './catalog-clerk.ts'
import { catalogEnv } from './config.ts'
import { auditCatalog } from './views/audit.ts'
import { createFindOffered } from './views/offered.ts'

await runProcess('catalog', async (context) => {
  const config = readConfig(catalogEnv)
  const pool = createPool(config.DATABASE_URL)
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  serveLog({ broker, pool, owner: 'catalog' })
  const relay = createOutboxRelay({ pool, broker, owner: 'catalog', log: context.log })
  context.onStop('relay', () => relay.stop())
  const clerk = createCatalogClerk({ pool, afterCommit: () => relay.wake() })
  context.onStop('clerk', () => clerk.idle())

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveCatalog(app, { clerk, find: createFindOffered(pool) })
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditCatalog(pool))
  handleErrors(app)
  await listen(app, context, config)
})

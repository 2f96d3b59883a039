import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { serveAudit, serveRelaySwitch } from '@fernweh/kit/server/operators'
import { createRelay } from '@fernweh/kit/server/relay'
import { serveCatalog } from './adapters/http.ts'
import { createCatalogClerk } from './catalog-clerk.ts'
import { catalogEnv } from './config.ts'
import { auditCatalog } from './views/audit.ts'
import { createFindOffered } from './views/offered.ts'

await runProcess('catalog', async (life) => {
  const config = readConfig(catalogEnv)
  const pool = createPool(config.DATABASE_URL)
  life.onStop('database', () => pool.end())
  life.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())
  serveLog({ broker, pool, owner: 'catalog' })
  const relay = createRelay({ pool, broker, owner: 'catalog', log: life.log })
  life.onStop('relay', () => relay.stop())
  const clerk = createCatalogClerk({ pool, afterCommit: () => relay.poke() })
  life.onStop('clerk', () => clerk.idle())

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveCatalog(app, { clerk, find: createFindOffered(pool) })
  serveRelaySwitch(app, relay)
  serveAudit(app, () => auditCatalog(pool))
  finish(app)
  await listen(app, life, config)
})

import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { createRelay } from '@fernweh/kit/server/relay'
import { serveKeys } from '@fernweh/kit/server/sealing'
import { createAccountStore } from './adapters/account-store.ts'
import { serveAccounts } from './app.ts'
import { accountsEnv } from './config.ts'
import { auditAccounts } from './views/audit.ts'
import { createPeople } from './views/people.ts'

await runProcess('accounts', async (life) => {
  const config = readConfig(accountsEnv)
  const pool = createPool(config.DATABASE_URL)
  life.onStop('database', () => pool.end())
  life.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || life.name })
  life.onStop('broker', () => broker.nc.drain())
  const relay = createRelay({ pool, broker, owner: 'accounts', log: life.log })
  life.onStop('relay', () => relay.stop())

  const store = createAccountStore({ pool, afterCommit: () => relay.poke() })
  serveLog({ broker, pool, owner: 'accounts' })
  serveKeys(broker, 'keys.accounts', (persons) => store.findKeys(persons))

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveAccounts(app, { store, people: createPeople(pool), relay, audit: () => auditAccounts(pool) })
  finish(app)
  await listen(app, life, config)
})

import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveLog } from '@fernweh/kit/server/log-server'
import { createRelay } from '@fernweh/kit/server/relay'
import { serveKeys } from '@fernweh/kit/server/sealing'
import { createAccountStore } from './adapters/account-store.ts'
import { createLimits } from './adapters/limits.ts'
import { runLinkTimers } from './adapters/link-timers.ts'
import { createPasswordStore } from './adapters/password-store.ts'
import { createPasswords } from './adapters/passwords.ts'
import { createProfileStore } from './adapters/profile-store.ts'
import { createResetStore } from './adapters/reset-store.ts'
import { createSignInStore } from './adapters/sign-in-store.ts'
import { createSignUpStore } from './adapters/sign-up-store.ts'
import { serveAccounts } from './app.ts'
import { accountsEnv, allowedBy } from './config.ts'
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

  const written = { pool, afterCommit: () => relay.poke() }
  const stores = {
    accounts: createAccountStore(written),
    signUps: createSignUpStore(written),
    signIns: createSignInStore(written),
    stored: createPasswordStore(written),
    resets: createResetStore(written),
    profiles: createProfileStore(written),
  }
  serveLog({ broker, pool, owner: 'accounts' })
  serveKeys(broker, 'keys.accounts', (persons) => stores.accounts.findKeys(persons))
  const links = { 'sign-up': stores.signUps, 'password-reset': stores.resets }
  const timers = runLinkTimers({ pool, log: life.log, links })
  life.onStop('timers', () => timers.stop())

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveAccounts(app, {
    stores,
    people: createPeople(pool),
    passwords: createPasswords({ atOnce: config.HASHES_AT_ONCE, waiting: config.HASHES_WAITING }),
    limits: createLimits({ pool, log: life.log, allowed: allowedBy(config) }),
    relay,
    audit: () => auditAccounts(pool),
  })
  finish(app)
  await listen(app, life, config)
})

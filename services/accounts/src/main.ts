import { createPool, isReachable, migrate, readMigrations } from '@fernweh/kit/server/database/database'
import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { serveLog } from '@fernweh/kit/server/delivery/log-server'
import { createOutboxRelay } from '@fernweh/kit/server/delivery/outbox-relay'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { serveKeys } from '@fernweh/kit/server/personal-data/sealing'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { auditAccounts } from './audit.ts'
import { createProfileStore } from './commands/change-profile.ts'
import { createAccountStore } from './commands/open-account.ts'
import { serveAccounts } from './compose.ts'
import { accountsEnv, allowedBy } from './config.ts'
import { createLimits } from './credentials/limits.ts'
import { createPasswords } from './credentials/passwords.ts'
import { runLinkTimers } from './timers/fire-timers.ts'
import { createResetStore } from './views/password-resets.ts'
import { createPeople } from './views/people.ts'
import { createSignInStore } from './views/sign-ins.ts'
import { createSignUpStore } from './views/sign-ups.ts'
import { createPasswordStore } from './views/stored-passwords.ts'

await runProcess('accounts', async (context) => {
  const { log, metrics } = context
  const config = readConfig(accountsEnv)
  const pool = createPool(config.DATABASE_URL)
  context.onStop('database', () => pool.end())
  context.readiness('database', () => isReachable(pool))
  await migrate(pool, await readMigrations(new URL('../migrations/', import.meta.url)))

  const broker = await connectBroker({ url: config.NATS_URL, name: config.INSTANCE || context.name })
  context.onStop('broker', () => broker.nc.drain())
  const relay = createOutboxRelay({ pool, broker, owner: 'accounts', log, metrics })
  context.onStop('relay', () => relay.stop())

  const written = { pool, afterCommit: () => relay.wake() }
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
  const timers = runLinkTimers({ pool, log, metrics, links })
  context.onStop('timers', () => timers.stop())

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveAccounts(app, {
    stores,
    people: createPeople(pool),
    passwords: createPasswords({ atOnce: config.HASHES_AT_ONCE, waiting: config.HASHES_WAITING }),
    limits: createLimits({ pool, log: context.log, allowed: allowedBy(config) }),
    relay,
    audit: () => auditAccounts(pool),
  })
  handleErrors(app)
  await listen(app, context, config)
})

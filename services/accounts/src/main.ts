import { openService } from '@fernweh/kit/server/boot/open-service'
import { serveKeys } from '@fernweh/kit/server/personal-data/sealing'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { auditAccounts } from './audit.ts'
import { createCommit } from './commands/commit.ts'
import { serveAccounts } from './compose.ts'
import { accountsEnv, toAllowedTries } from './config.ts'
import { createLimits } from './credentials/limits.ts'
import { createPasswords } from './credentials/passwords.ts'
import { fireTimers } from './timers/fire-timers.ts'
import { findKeys } from './views/keys.ts'

await runProcess('accounts', async (context) => {
  const migrations = new URL('../migrations/', import.meta.url)
  const service = await openService(context, { env: accountsEnv, owner: 'accounts', migrations })
  const { app, broker, config, log, pool } = service
  const commit = createCommit(service)
  const passwords = createPasswords({ atOnce: config.HASHES_AT_ONCE, waiting: config.HASHES_WAITING })
  const limits = createLimits({ pool, log, allowed: toAllowedTries(config) })

  serveKeys({ broker, subject: 'keys.accounts', log, metrics: context.metrics }, (accountIds) =>
    findKeys(pool, accountIds),
  )
  service.running('timers', fireTimers(service, commit))
  serveAccounts(app, { pool, commit, passwords, limits })
  await service.serve(() => auditAccounts(pool))
})

import { readConfig } from '@fernweh/kit/server/config'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveParts } from '@fernweh/kit/server/parts'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { environment } from './config.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'
import { createTypedValues } from './typed-values.ts'

await runProcess('bff-account', async (life) => {
  const config = readConfig(environment)
  const accounts = createUpstream({ name: 'accounts', urls: config.SERVICE_URLS, life })
  const { keep, open } = createTypedValues(config.OPS_TOKEN)

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveParts(app, {
    team: 'account',
    releasesDir: config.RELEASES_DIR,
    queries: createQueries({ accounts, open, mailbox: config.MAILBOX_URL }),
  })
  serveRoutes(app, { accounts, keep })
  finish(app)

  await listen(app, life, config)
})

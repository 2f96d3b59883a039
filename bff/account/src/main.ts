import { readConfig } from '@fernweh/kit/server/config'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { serveParts } from '@fernweh/kit/server/parts'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { environment } from './config.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'

await runProcess('bff-account', async (life) => {
  const config = readConfig(environment)
  const accounts = createUpstream({ name: 'accounts', urls: config.SERVICE_URLS, life })

  const app = createApp(life, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveParts(app, { team: 'account', releasesDir: config.RELEASES_DIR, queries: createQueries(accounts) })
  serveRoutes(app, accounts)
  finish(app)

  await listen(app, life, config)
})

import { serveFragments } from '@fernweh/kit/server/fragments/fragments'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { createQueries } from './queries.ts'
import { serveRoutes } from './routes.ts'
import { createTypedValues } from './typed-values.ts'

await runProcess('bff-account', async (context) => {
  const config = readConfig(environment)
  const accounts = createUpstream({ name: 'accounts', urls: config.SERVICE_URLS, context })
  const { keep, open } = createTypedValues(config.OPS_TOKEN)

  const app = createApp(context, { opsToken: config.OPS_TOKEN, identityKey: config.IDENTITY_PUBLIC_KEY })
  serveFragments(app, {
    team: 'account',
    releasesDir: config.RELEASES_DIR,
    queries: createQueries({ accounts, open, mailbox: config.MAILBOX_URL }),
  })
  serveRoutes(app, { accounts, keep })
  handleErrors(app)

  await listen(app, context, config)
})

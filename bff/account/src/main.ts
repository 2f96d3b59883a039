import { openBff } from '@fernweh/kit/server/boot/open-bff'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { environment } from './config.ts'
import { createFragments } from './fragments.ts'
import { serveRoutes } from './routes.ts'
import { createTypedValues } from './typed-values.ts'

/** The list of cities is worth a short wait; the page does without. */
const SEARCH_TIMEOUT_MS = 300

await runProcess('bff-account', async (context) => {
  const config = readConfig(environment)
  const deps = {
    accounts: createUpstream({ name: 'accounts', urls: config.SERVICE_URLS, context }),
    search: createUpstream({ name: 'search', urls: config.SEARCH_URLS, timeoutMs: SEARCH_TIMEOUT_MS, context }),
    typedValues: createTypedValues(config.OPS_TOKEN),
    mailbox: config.MAILBOX_URL,
  }
  await openBff(context, {
    team: 'account',
    config,
    fragments: createFragments(deps),
    routes: (api) => serveRoutes(api, deps),
  })
})

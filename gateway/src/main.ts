import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { trackSignOuts } from '@fernweh/kit/server/http/sign-outs'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { createSessions } from './access/sessions.ts'
import { config as schema } from './config.ts'
import { securityHeaders } from './pages/security-headers.ts'
import { watchBffs } from './proxy/bffs.ts'
import { createPictureCache } from './proxy/picture-cache.ts'
import { serveSockets } from './proxy/sockets.ts'
import { watchReleases } from './releases/active-releases.ts'
import { createAssets } from './releases/assets.ts'
import { serveGateway } from './routes.ts'
import { readTexts } from './site/texts.ts'

await runProcess('gateway', async (context) => {
  const config = readConfig(schema)
  const upstream = (name: string, urls: string[]) => createUpstream({ name, urls, context })
  const broker = await connectBroker({ url: config.NATS_URL, name: 'gateway' })
  context.onStop('broker', () => broker.nc.close())
  const releases = await watchReleases(config.RELEASES_DIR, context.log, { development: config.DEVELOPMENT })
  context.onStop('releases', () => releases.close())
  context.readiness('releases', () => releases.active() !== undefined || 'the shell has no release')
  const deps = {
    context,
    releases,
    origin: config.PUBLIC_ORIGIN,
    languages: config.LANGUAGES,
    formTargets: config.FORM_TARGETS,
    clientHops: config.CLIENT_HOPS,
    writesPerMinute: config.WRITES_PER_MINUTE,
    assets: createAssets(config.RELEASES_DIR),
    bffs: await watchBffs(config.BFFS_FILE, context),
    webhooks: new Map(Object.entries(config.HOOKS).map(([name, urls]) => [name, upstream(`webhook-${name}`, urls)])),
    pictures: createPictureCache(upstream('pictures', config.PICTURES_URLS), { clientHops: config.CLIENT_HOPS }),
    texts: await readTexts(new URL('../texts/', import.meta.url), config.TEXTS_DIR),
    sessions: createSessions({
      accounts: upstream('accounts', config.ACCOUNTS_URLS),
      privateKey: config.IDENTITY_PRIVATE_KEY,
      origin: config.PUBLIC_ORIGIN,
      signOuts: trackSignOuts(broker, context),
    }),
  }

  const app = createApp(context, { opsToken: config.OPS_TOKEN, isPublic: true })
  app.use(securityHeaders(config.PUBLIC_ORIGIN, config.STRICT_TRANSPORT_SECURITY))
  serveGateway(app, deps)
  handleErrors(app)
  const server = await listen(app, context, config)
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  serveSockets(server, deps)
})

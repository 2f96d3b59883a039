import { connectBroker } from '@fernweh/kit/server/delivery/broker'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { trackSignOuts } from '@fernweh/kit/server/http/sign-outs'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { readConfig } from '@fernweh/kit/server/process/config'
import { runProcess } from '@fernweh/kit/server/process/lifecycle'
import { createSessions } from './access/sessions.ts'
import { config as shape } from './config.ts'
import { secured } from './pages/security-headers.ts'
import { createPictureCache } from './proxy/picture-cache.ts'
import { serveSockets } from './proxy/sockets.ts'
import { watchReleases } from './releases/active-releases.ts'
import { createAssets } from './releases/assets.ts'
import { serveGateway } from './routes.ts'

await runProcess('gateway', async (context) => {
  const config = readConfig(shape)
  const origin = config.PUBLIC_ORIGIN
  const upstreams = (urls: Record<string, string[]>, prefix: string) =>
    new Map(Object.entries(urls).map(([name, urls]) => [name, createUpstream({ name: prefix + name, urls, context })]))
  const teams = Object.keys(config.BFFS)
  const bffs = upstreams(config.BFFS, 'bff-')
  const hooks = upstreams(config.HOOKS, 'hook-')
  const broker = await connectBroker({ url: config.NATS_URL, name: 'gateway' })
  context.onStop('broker', () => broker.nc.close())
  const accounts = createUpstream({ name: 'accounts', urls: config.ACCOUNTS_URLS, context })
  const sessions = createSessions({
    accounts,
    privateKey: config.IDENTITY_PRIVATE_KEY,
    origin,
    signOuts: trackSignOuts(broker),
  })
  const assets = createAssets(config.RELEASES_DIR)
  const picturesUpstream = createUpstream({ name: 'pictures', urls: config.PICTURES_URLS, context })
  const pictures = createPictureCache(picturesUpstream, { clientHops: config.CLIENT_HOPS })
  const releases = await watchReleases(config.RELEASES_DIR, teams, context.log, { development: config.DEVELOPMENT })
  context.onStop('releases', () => releases.close())
  context.readiness('releases', () => releases.active() !== undefined || 'the shell has no release')

  const app = createApp(context, { opsToken: config.OPS_TOKEN, isPublic: true })
  app.use(secured(origin))
  const { CLIENT_HOPS: clientHops, FORM_TARGETS: formTargets, WRITES_PER_MINUTE: writesPerMinute } = config
  const asked = { origin, bffs, sessions, clientHops, languages: config.LANGUAGES, context }
  serveGateway(app, { ...asked, assets, pictures, releases, hooks, formTargets, writesPerMinute })
  handleErrors(app)
  const server = await listen(app, context, config)
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  serveSockets(server, asked)
})

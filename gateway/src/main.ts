import { connectBroker } from '@fernweh/kit/server/broker'
import { readConfig } from '@fernweh/kit/server/config'
import { createApp, finish, listen } from '@fernweh/kit/server/http'
import { runProcess } from '@fernweh/kit/server/lifecycle'
import { followSignOuts } from '@fernweh/kit/server/sign-outs'
import { createUpstream } from '@fernweh/kit/server/upstream'
import { createAssets } from './assets.ts'
import { config as shape } from './config.ts'
import { createPictures } from './pictures.ts'
import { followReleases } from './releases.ts'
import { serveDoor } from './routes.ts'
import { secured } from './security-headers.ts'
import { createSessions } from './sessions.ts'
import { serveSockets } from './sockets.ts'

await runProcess('gateway', async (life) => {
  const config = readConfig(shape)
  const origin = config.PUBLIC_ORIGIN
  const upstreams = (urls: Record<string, string[]>, prefix: string) =>
    new Map(Object.entries(urls).map(([name, urls]) => [name, createUpstream({ name: prefix + name, urls, life })]))
  const teams = Object.keys(config.BFFS)
  const bffs = upstreams(config.BFFS, 'bff-')
  const hooks = upstreams(config.HOOKS, 'hook-')
  const broker = await connectBroker({ url: config.NATS_URL, name: 'gateway' })
  life.onStop('broker', () => broker.nc.close())
  const accounts = createUpstream({ name: 'accounts', urls: config.ACCOUNTS_URLS, life })
  const sessions = createSessions({
    accounts,
    privateKey: config.IDENTITY_PRIVATE_KEY,
    origin,
    signOuts: followSignOuts(broker),
  })
  const assets = createAssets(config.RELEASES_DIR)
  const picturesUpstream = createUpstream({ name: 'pictures', urls: config.PICTURES_URLS, life })
  const pictures = createPictures(picturesUpstream, { clientHops: config.CLIENT_HOPS })
  const releases = await followReleases(config.RELEASES_DIR, teams, life.log, { development: config.DEVELOPMENT })
  life.onStop('releases', () => releases.close())
  life.readiness('releases', () => releases.live() !== undefined || 'the shell has no release')

  const app = createApp(life, { opsToken: config.OPS_TOKEN, isPublic: true })
  app.use(secured(origin))
  const { CLIENT_HOPS: clientHops, FORM_TARGETS: formTargets, WRITES_PER_MINUTE: writesPerMinute } = config
  const asked = { origin, bffs, sessions, clientHops, languages: config.LANGUAGES, life }
  serveDoor(app, { ...asked, assets, pictures, releases, hooks, formTargets, writesPerMinute })
  finish(app)
  const server = await listen(app, life, config)
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  serveSockets(server, asked)
})

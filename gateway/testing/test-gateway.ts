/** The gateway alone: real sockets and files, bffs and services that answer what the test tells them. */
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { rename, writeFile } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { createApp, handleErrors, listen } from '@fernweh/kit/server/http/http'
import { createUpstream } from '@fernweh/kit/server/http/upstream'
import { createProcessContext } from '@fernweh/kit/server/process/lifecycle'
import { createLogger } from '@fernweh/kit/server/process/logger'
import { createSessions } from '../src/access/sessions.ts'
import { securityHeaders } from '../src/pages/security-headers.ts'
import { watchBffs } from '../src/proxy/bffs.ts'
import { createPictureCache } from '../src/proxy/picture-cache.ts'
import { serveSockets } from '../src/proxy/sockets.ts'
import { watchReleases } from '../src/releases/active-releases.ts'
import { createAssets } from '../src/releases/assets.ts'
import { type GatewayDeps, serveGateway } from '../src/routes.ts'
import { readTexts } from '../src/site/texts.ts'
import { publishMarket } from './market.ts'
import { createReleaseFolder } from './release-folder.ts'
import { answerEmpty, answerFragment, startTestServer, type TestServer } from './test-server.ts'

export const origin = 'http://localhost:4000'
export const WRITES_PER_MINUTE = 60
export const OPS_TOKEN = 'a token of ops'

const BETWEEN_PIECES_MS = 150
const ANSWER_TIMEOUT_MS = 10_000

type ServerName = 'search' | 'reviews' | 'account' | 'accounts' | 'payments' | 'pictures'
const teams = ['search', 'reviews', 'account'] as const

export type TestGateway = Awaited<ReturnType<typeof startTestGateway>>

export async function startTestGateway() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const context = createProcessContext('gateway', createLogger('gateway', { level: 'silent' }))
  /** What bffs and services were sent. */
  const requests: IncomingMessage[] = []
  const servers = await startServers((request) => requests.push(request))
  const releaseFolder = await createReleaseFolder()
  await publishMarket(releaseFolder)
  const bffsFile = path.join(releaseFolder.folder, 'bffs.json')
  const writeBffs = async (urls: Record<string, string[]> | string) => {
    await writeFile(`${bffsFile}.new`, typeof urls === 'string' ? urls : JSON.stringify(urls))
    await rename(`${bffsFile}.new`, bffsFile)
  }
  const urlsOfTeams = Object.fromEntries(teams.map((team) => [team, [servers[team].url]]))
  await writeBffs(urlsOfTeams)

  const bffs = await watchBffs(bffsFile, context)
  const upstream = (name: ServerName) => createUpstream({ name, urls: [servers[name].url], context })
  const releases = await watchReleases(releaseFolder.folder, context.log)
  context.onStop('releases', () => releases.close())
  const deps: GatewayDeps = {
    origin,
    releases,
    context,
    bffs,
    sessions: createSessions({ accounts: upstream('accounts'), privateKey, origin, signOuts: new Set() }),
    webhooks: new Map([['stripe', upstream('payments')]]),
    texts: await readTexts(new URL('../texts/', import.meta.url)),
    formTargets: ['https://checkout.example'],
    languages: ['en', 'de', 'ar'],
    clientHops: 1,
    writesPerMinute: WRITES_PER_MINUTE,
    assets: createAssets(releaseFolder.folder),
    pictures: createPictureCache(upstream('pictures'), { clientHops: 1 }),
  }
  const url = await serve(deps)

  function reset() {
    requests.length = 0
    servers.search.answer = answerFragment(200, 'an experience')
    servers.reviews.answer = answerFragment(200, 'its reviews')
    servers.account.answer = answerFragment(200, 'a menu')
    servers.payments.answer = answerEmpty
    servers.accounts.answer = (_request, response) =>
      void response.end('{"identity":{"sub":"ann","role":"traveller","sid":"s1"}}')
  }

  async function visit(headers: Record<string, string> = {}, place = '/e/7?seats=2') {
    const response = await fetch(url + place, { headers, redirect: 'manual' })
    return { status: response.status, headers: response.headers, html: await response.text() }
  }

  async function close() {
    await context.stop()
    for (const server of Object.values(servers)) server.close()
    await releaseFolder.remove()
  }

  return {
    url,
    publicKey,
    servers,
    requests,
    releases,
    releaseFolder,
    bffs,
    writeBffs,
    urlsOfTeams,
    reset,
    visit,
    close,
  }
}

async function startServers(remember: (request: IncomingMessage) => void): Promise<Record<ServerName, TestServer>> {
  const [search, reviews, account, accounts, payments, pictures] = await Promise.all([
    startTestServer(remember, { upgrades: true }),
    startTestServer(remember),
    startTestServer(remember),
    startTestServer(remember),
    startTestServer(remember),
    startTestServer(remember),
  ])
  return { search, reviews, account, accounts, payments, pictures }
}

async function serve(deps: GatewayDeps): Promise<string> {
  const app = createApp(deps.context, { opsToken: OPS_TOKEN, isPublic: true })
  app.use(securityHeaders(origin, ''))
  serveGateway(app, deps)
  handleErrors(app)
  const server = await listen(app, deps.context, { PORT: 0, HOST: '127.0.0.1' })
  serveSockets(server, deps)
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** What a server answers to these pieces, each sent a moment after the other, on one raw connection. */
export async function sendRaw(url: string, ...pieces: string[]): Promise<string> {
  const socket = connect({ host: '127.0.0.1', port: Number(new URL(url).port) })
  const answered = once(socket, 'data', { signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) })
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk
  })
  for (const piece of pieces) {
    socket.write(piece)
    await delay(BETWEEN_PIECES_MS)
  }
  await answered
  socket.destroy()
  return answer
}

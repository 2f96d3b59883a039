/** `POST /hooks/<name>`: third parties' servers call one of our services, byte for byte, because the body is signed. */
import { pipeline } from 'node:stream/promises'
import { notFound } from '@fernweh/kit/server/http/problem'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Express, Request, Response } from 'express'
import { toBrowserHeaders, toUpstreamHeaders } from './headers.ts'
import { readBody } from './read-body.ts'

const MAX_KILOBYTES = 256
const TIMEOUT_MS = 10_000

/** Callers are servers: there is no origin to check and no session. Nothing else of the service can be reached. */
export function serveWebhooks(app: Express, webhooks: Map<string, Upstream>): void {
  app.post('/hooks/:name', (request, response) => forwardWebhook(webhooks.get(request.params.name), request, response))
  app.all('/hooks{/*path}', () => {
    throw notFound()
  })
}

async function forwardWebhook(service: Upstream | undefined, request: Request<{ name: string }>, response: Response) {
  if (!service) throw notFound()
  const answer = await service.request({
    method: 'POST',
    path: `/hooks/${request.params.name}`,
    headers: toUpstreamHeaders(request.headers, { identity: null }),
    body: await readBody(request, MAX_KILOBYTES),
    timeoutMs: TIMEOUT_MS,
  })
  response.writeHead(answer.statusCode, toBrowserHeaders(answer.headers))
  await pipeline(answer.body, response)
}

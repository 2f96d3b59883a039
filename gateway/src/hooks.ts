/** `POST /hooks/<name>`: what a third party's server tells one of our services, byte for byte, since it is signed. */
import { pipeline } from 'node:stream/promises'
import { notFound } from '@fernweh/kit/server/problem'
import type { Upstream } from '@fernweh/kit/server/upstream'
import type { Express, Request, Response } from 'express'
import { toBrowser, toUpstream } from './forward-headers.ts'
import { readBody } from './read-body.ts'

const MOST_KILOBYTES = 256
const WITHIN_MS = 10_000

/** Servers call: there is no origin to check and no session. Nothing else of the service can be reached. */
export function serveHooks(app: Express, hooks: Map<string, Upstream>): void {
  app.post('/hooks/:name', (request, response) => passOn(hooks.get(request.params.name), request, response))
  app.all('/hooks{/*path}', () => {
    throw notFound()
  })
}

async function passOn(service: Upstream | undefined, request: Request<{ name: string }>, response: Response) {
  if (!service) throw notFound()
  const answer = await service.request({
    method: 'POST',
    path: `/hooks/${request.params.name}`,
    headers: toUpstream(request.headers, { identity: null }),
    body: await readBody(request, MOST_KILOBYTES),
    timeoutMs: WITHIN_MS,
  })
  response.writeHead(answer.statusCode, toBrowser(answer.headers))
  await pipeline(answer.body, response)
}

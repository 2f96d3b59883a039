/** `/api/<team>/…` and `/part/<team>/<Part>` go to that team's bff, with the session turned into an identity. */
import { pipeline } from 'node:stream/promises'
import { HttpProblem, notFound } from '@fernweh/kit/server/problem'
import type { Upstream } from '@fernweh/kit/server/upstream'
import type { Request, Response } from 'express'
import type { Dispatcher } from 'undici'
import { toBrowser, toUpstream } from './forward-headers.ts'
import type { Sessions } from './sessions.ts'

const MOST_BYTES = 64 * 1024
const WITHIN_MS = 10_000

export interface Proxy {
  bffs: Map<string, Upstream>
  sessions: Sessions
}

/** `path` is the path and query at the bff. */
export async function forward(
  { bffs, sessions }: Proxy,
  team: string,
  path: string,
  request: Request,
  response: Response,
) {
  const bff = bffs.get(team)
  if (!bff) throw notFound()
  const left = new AbortController()
  response.once('close', () => left.abort())
  const identity = await sessions.identify(request.headers.cookie)
  const answer = await bff.request({
    method: request.method as Dispatcher.HttpMethod,
    path,
    headers: toUpstream(request.headers, identity),
    body: await readBody(request),
    timeoutMs: WITHIN_MS,
    signal: left.signal,
    ...(request.headers['idempotency-key'] && { idempotent: true }),
  })
  const session = answer.headers['x-fernweh-session']
  if (typeof session === 'string') response.setHeader('set-cookie', sessions.toCookie(session))
  response.writeHead(answer.statusCode, toBrowser(answer.headers))
  await pipeline(answer.body, response)
}

/**
 * Small and whole, so that a command with an idempotency key survives the death of an instance. What is too large is read
 * to its end and forgotten, because a client that is still sending would not hear the answer.
 */
async function readBody(request: Request): Promise<Buffer | null> {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    bytes += chunk.length
    if (bytes <= MOST_BYTES) chunks.push(chunk)
  }
  if (bytes > MOST_BYTES) throw new HttpProblem(413, { invalid: [{ field: 'body', problem: 'larger than 64 KB' }] })
  return chunks.length > 0 ? Buffer.concat(chunks) : null
}

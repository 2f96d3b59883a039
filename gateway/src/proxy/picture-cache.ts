/** `/pictures/…` as the service of pictures answers, with what is asked for most kept in memory. Nobody's session is looked at. */
import { buffer } from 'node:stream/consumers'
import { readPictureUrl } from '@fernweh/contracts/browser/pictures'
import { networkOf } from '@fernweh/kit/server/http/network'
import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Request, Response } from 'express'
import { clientOf } from '../access/client-address.ts'
import { createFairShare } from '../access/fair-share.ts'
import { type PlainHeaders, toBrowserHeaders } from './headers.ts'

const MAX_BYTES = 48 * 1024 * 1024
/** One that is not printed yet waits for its turn. */
const TIMEOUT_MS = 10_000
/**
 * Of one client. Four keep the press busy and are few of those that may wait there; printed ones pass in milliseconds. Ten people
 * behind one address may each open a page of pictures at once.
 */
const SHARE = { atOnce: 4, waiting: 256, patienceMs: 30_000 }
const RETRY_AFTER_SECONDS = '2'

interface Answer {
  status: number
  headers: PlainHeaders
  body: Buffer
}

export interface PictureCache {
  serve(request: Request, response: Response): Promise<void>
}

export function createPictureCache(
  pictures: Pick<Upstream, 'request'>,
  { clientHops, mostBytes = MAX_BYTES }: { clientHops: number; mostBytes?: number },
): PictureCache {
  const share = createFairShare(SHARE)
  // In the order of their last use.
  const hot = new Map<string, Answer>()
  const underWay = new Map<string, Promise<Answer>>()
  let bytes = 0

  async function ask(path: string): Promise<Answer> {
    const {
      statusCode: status,
      headers,
      body,
    } = await pictures.request({
      method: 'GET',
      path,
      headers: {},
      timeoutMs: TIMEOUT_MS,
    })
    const answer = { status, headers: toBrowserHeaders(headers), body: await buffer(body) }
    if (status === 200) keep(path, answer)
    return answer
  }

  function keep(path: string, answer: Answer): void {
    hot.set(path, answer)
    bytes += answer.body.length
    for (const [oldest, { body }] of hot) {
      if (bytes <= mostBytes) return
      hot.delete(oldest)
      bytes -= body.length
    }
  }

  function touch(path: string): Answer | undefined {
    const answer = hot.get(path)
    if (answer) hot.delete(path)
    if (answer) hot.set(path, answer)
    return answer
  }

  function askOnce(path: string): Promise<Answer> {
    const work = underWay.get(path) ?? ask(path).finally(() => underWay.delete(path))
    underWay.set(path, work)
    return work
  }

  /** Null for who has gone before their turn came. */
  function inTurn(request: Request, response: Response): Promise<Answer | null> {
    const { path } = request
    const work = async () => (response.destroyed ? null : (touch(path) ?? (await askOnce(path))))
    return share(networkOf(clientOf(request, clientHops)), work).catch((error) => {
      if (error instanceof HttpProblem && error.status === 429) response.set('retry-after', RETRY_AFTER_SECONDS)
      throw error
    })
  }

  return {
    async serve(request, response) {
      const { path } = request
      if (!readPictureUrl(path)) throw notFound()
      const answer = touch(path) ?? (await inTurn(request, response))
      if (!answer) return
      const { status, headers, body } = answer
      response.status(status).set(headers)
      // Compares `if-none-match` with the etag that was just set.
      if (request.fresh) response.status(304).removeHeader('content-length')
      response.end(request.fresh ? undefined : body)
    },
  }
}

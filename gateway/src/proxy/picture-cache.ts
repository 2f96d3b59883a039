/** `/pictures/…` as the pictures service answers, with the most requested ones in memory. Sessions play no part. */
import { buffer } from 'node:stream/consumers'
import { readPictureUrl } from '@fernweh/contracts/browser/pictures'
import { notFound } from '@fernweh/kit/server/http/problem'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import { createBoundedCache } from '@fernweh/kit/server/process/bounded-cache'
import { createLimiter } from '@fernweh/kit/server/process/limiter'
import type { Request, Response } from 'express'
import { runLimited } from '../access/limits.ts'
import { type PlainHeaders, toBrowserHeaders } from './headers.ts'

const MAX_BYTES = 48 * 1024 * 1024
/** A picture that is not rendered yet waits for the renderer. */
const TIMEOUT_MS = 10_000
/** By network. Four keep the renderer busy; in the queue, ten people behind one address may each open a page of pictures. */
const LIMITS = { concurrent: 4, maxQueued: 256, queueTimeoutMs: 30_000 }

interface CachedPicture {
  status: number
  headers: PlainHeaders
  body: Buffer
}

export interface PictureCache {
  serve(request: Request, response: Response): Promise<void>
}

export function createPictureCache(
  pictures: Pick<Upstream, 'request'>,
  { clientHops, maxBytes = MAX_BYTES }: { clientHops: number; maxBytes?: number },
): PictureCache {
  const limiter = createLimiter(LIMITS)
  const cache = createBoundedCache<CachedPicture>(maxBytes, ({ body }) => body.length)
  const fetching = new Map<string, Promise<CachedPicture>>()

  async function fetchPicture(path: string): Promise<CachedPicture> {
    const answer = await pictures.request({ method: 'GET', path, headers: {}, timeoutMs: TIMEOUT_MS })
    const body = await buffer(answer.body)
    const picture = { status: answer.statusCode, headers: toBrowserHeaders(answer.headers), body }
    if (picture.status === 200) cache.set(path, picture)
    return picture
  }

  function fetchOnce(path: string): Promise<CachedPicture> {
    const work = fetching.get(path) ?? fetchPicture(path).finally(() => fetching.delete(path))
    fetching.set(path, work)
    return work
  }

  /** Null when the client disconnected while queued. */
  function fetchLimited(request: Request, response: Response): Promise<CachedPicture | null> {
    const { path } = request
    return runLimited({ limiter, clientHops }, request, response, () =>
      response.destroyed ? null : (cache.get(path) ?? fetchOnce(path)),
    )
  }

  return {
    async serve(request, response) {
      const { path } = request
      if (!readPictureUrl(path)) throw notFound()
      const picture = cache.get(path) ?? (await fetchLimited(request, response))
      if (!picture) return
      const { status, headers, body } = picture
      response.status(status).set(headers)
      // Compares `if-none-match` with the etag that was just set.
      if (request.fresh) response.status(304).removeHeader('content-length')
      response.end(request.fresh ? undefined : body)
    },
  }
}

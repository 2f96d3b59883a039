import { readPictureUrl } from '@fernweh/contracts/browser/pictures'
import { HttpProblem, notFound } from '@fernweh/kit/server/http/problem'
import { LimitExceeded } from '@fernweh/kit/server/process/limiter'
import type { Express } from 'express'
import type { Variants } from '../rendering/variants.ts'

export function servePictures(app: Express, variants: Variants): void {
  app.get('/pictures/:pictureId/:file', async (request, response) => {
    const variant = readPictureUrl(request.path)
    const rendered = variant && (await variants.get(variant).catch(toUnavailable))
    if (!variant || !rendered) throw notFound()
    const { bytes, etag } = rendered
    response.set({ etag, 'cache-control': 'public, max-age=31536000, immutable' })
    // Compares `if-none-match` with the etag that was just set.
    if (request.fresh) return void response.status(304).end()
    response.set({ 'content-type': `image/${variant.format}`, 'content-length': String(bytes.length) }).end(bytes)

    function toUnavailable(error: unknown): never {
      if (!(error instanceof LimitExceeded)) throw error
      response.set('retry-after', String(error.retryAfterSeconds))
      throw new HttpProblem(503, { refused: 'too-many-wait' })
    }
  })
}

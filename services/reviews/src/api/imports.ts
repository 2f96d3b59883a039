import { importReviews } from '@fernweh/contracts/api/reviews'
import { route } from '@fernweh/kit/server/http/http'
import type { IRouter } from 'express'
import type { ImportReviews } from '../commands/import-reviews.ts'

/** Below `/ops`, so only operators reach it. */
export function serveImports(router: IRouter, importAll: ImportReviews): void {
  route(router, importReviews, ({ body: { reviews } }) => importAll(reviews))
}

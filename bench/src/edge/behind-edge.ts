import { freePort } from '@fernweh/stack/host/ports'
import type { Stack } from '@fernweh/stack/topology/start-stack'
import { readPage } from '../browser/first-experience.ts'
import { type PageSpec, preparePages } from '../pages/page-specs.ts'
import { toStatic } from '../pages/static-page.ts'
import type { BenchOptions } from '../report/bench.ts'
import { withStack } from '../with-stack.ts'
import { startEdge } from './edge.ts'

export interface BehindEdge {
  stack: Stack
  /** Origin for browsers. */
  edge: string
  specs: PageSpec[]
}

/** A stack behind TLS, with the pages to measure, also as static files under `/static/`. */
export async function behindEdge<T>({ log }: BenchOptions, work: (stage: BehindEdge) => Promise<T>): Promise<T> {
  const port = await freePort()
  const edge = `https://localhost:${port}`
  const env = { 'bookings-api': { HOLD_SECONDS: '86400' } }
  return withStack({ origin: edge, env, log }, async (stack) => {
    const documents = new Map<string, string>()
    const server = await startEdge({ upstream: stack.urls.gateway as string, documents, port })
    try {
      const specs = await preparePages(stack, edge)
      for (const spec of specs)
        documents.set(staticPath(spec), toStatic(await readPage(stack.urls.gateway + spec.path, spec.cookies)))
      return await work({ stack, edge, specs })
    } finally {
      await server.close()
    }
  })
}

export const staticPath = ({ name }: PageSpec) => `/static/${name}`

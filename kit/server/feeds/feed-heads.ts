/** Heads of feeds over HTTP: owners serve them, bffs read them; the gateway does not pass them on. */

import { operation } from '@fernweh/contracts/api/operation'
import { feedName, type Versioned, versioned } from '@fernweh/contracts/feeds/feed'
import type { IRouter } from 'express'
import { z } from 'zod'
import { route } from '../http/http.ts'
import { HttpProblem, notFound } from '../http/problem.ts'
import { callOperation, type Upstream } from '../http/upstream.ts'
import type { ReadFeeds } from './publisher.ts'

const MAX_AT_ONCE = 100

const readHead = operation({
  name: 'GET /feeds/:feed',
  params: z.object({ feed: feedName }),
  answer: versioned(z.unknown()),
})

const readVersions = operation({
  name: 'GET /feeds',
  query: z.object({
    feeds: z
      .string()
      .transform((list) => list.split(','))
      .pipe(z.array(feedName).max(MAX_AT_ONCE)),
  }),
  answer: z.object({ versions: z.record(z.string(), z.int()) }),
})

export function serveFeedHeads(router: IRouter, read: ReadFeeds): void {
  route(router, readHead, async ({ params }) => {
    const [head] = await read([params.feed])
    if (!head) throw notFound()
    return head
  })
  route(router, readVersions, async ({ query }) => ({
    versions: Object.fromEntries((await read(query.feeds)).map(({ feed, version }) => [feed, version])),
  }))
}

export interface FeedHeads {
  head(feed: string): Promise<Versioned<unknown> | null>
  versions(feeds: string[]): Promise<Record<string, number>>
}

export function createFeedHeads(owner: Upstream): FeedHeads {
  return {
    async head(feed) {
      try {
        return await callOperation(owner, readHead, { params: { feed } })
      } catch (error) {
        if (error instanceof HttpProblem && error.status === 404) return null
        throw error
      }
    },
    async versions(feeds) {
      const batches = Array.from({ length: Math.ceil(feeds.length / MAX_AT_ONCE) }, (_, at) =>
        feeds.slice(at * MAX_AT_ONCE, (at + 1) * MAX_AT_ONCE),
      )
      const answers = await Promise.all(
        batches.map((batch) => callOperation(owner, readVersions, { query: { feeds: batch.join(',') } })),
      )
      return Object.assign({}, ...answers.map(({ versions }) => versions))
    },
  }
}

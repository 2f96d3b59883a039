import { findExperiences, getExperience } from '@fernweh/contracts/api/search'
import type { Check } from '@fernweh/kit/server/audit'
import { serveFeedHeads } from '@fernweh/kit/server/feed-heads'
import type { ReadFeeds } from '@fernweh/kit/server/feeds'
import { route } from '@fernweh/kit/server/http'
import { serveAudit } from '@fernweh/kit/server/operators'
import type { Express } from 'express'
import type { Offers } from './views/offers.ts'

export interface Search {
  offers: Offers
  readFeeds: ReadFeeds
  now(): Date
  audit(): Promise<Check[]>
}

export function serveSearch(app: Express, { offers, readFeeds, now, audit }: Search): void {
  route(app, findExperiences, async ({ query: { q, limit } }) => {
    const found = offers.find(q, now())
    return { total: found.length, found: found.slice(0, limit) }
  })

  route(app, getExperience, async ({ params }) => {
    const experience = offers.experience(params.experienceId, now())
    return experience ? { experience } : { refused: 'no-such-experience' }
  })

  serveFeedHeads(app, readFeeds)
  serveAudit(app, audit)
}

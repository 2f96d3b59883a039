import {
  discover,
  findExperiences,
  getExperience,
  nearestCity,
  similarExperiences,
} from '@fernweh/contracts/api/search'
import type { AuditCheck } from '@fernweh/kit/server/event-log/audit'
import { serveFeedHeads } from '@fernweh/kit/server/feeds/feed-heads'
import type { ReadFeeds } from '@fernweh/kit/server/feeds/publisher'
import { route } from '@fernweh/kit/server/http/http'
import { serveAudit } from '@fernweh/kit/server/service/operators'
import type { Express } from 'express'
import { toPage } from './views/cards.ts'
import { similar, discover as toDiscover } from './views/discover.ts'
import { find } from './views/find.ts'
import { nearest } from './views/nearest.ts'
import type { Offers } from './views/offers.ts'

export interface Search {
  offers: Offers
  readFeeds: ReadFeeds
  now(): Date
  audit(): Promise<AuditCheck[]>
}

export function serveSearch(app: Express, { offers, readFeeds, now, audit }: Search): void {
  route(app, findExperiences, async ({ query }) => find(offers, query, now()))

  route(app, discover, async ({ query: { near } }) => toDiscover(offers, near, now()))

  route(app, nearestCity, async ({ query }) => nearest(offers, query, now()))

  route(app, getExperience, async ({ params }) => {
    const offer = offers.get(params.experienceId)
    return offer ? { experience: toPage(offer, now()) } : { refused: 'no-such-experience' }
  })

  route(app, similarExperiences, async ({ params }) => {
    const offer = offers.get(params.experienceId)
    return { found: offer ? similar(offers, offer, now()) : [] }
  })

  serveFeedHeads(app, readFeeds)
  serveAudit(app, audit)
}

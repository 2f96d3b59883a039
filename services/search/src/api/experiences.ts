import {
  discover,
  findExperiences,
  getExperience,
  listCities,
  listExperiences,
  nearestCity,
  similarExperiences,
} from '@fernweh/contracts/api/search'
import { route } from '@fernweh/kit/server/http/http'
import type { Express } from 'express'
import { toPage } from '../views/cards.ts'
import { similar, discover as toDiscover } from '../views/discover.ts'
import type { Experiences } from '../views/experiences.ts'
import { find, findMatches } from '../views/find.ts'
import { listIds } from '../views/list-ids.ts'
import { findNearestCity } from '../views/nearest-city.ts'

interface Deps {
  experiences: Experiences
  now(): Date
}

export function serveExperiences(app: Express, { experiences, now }: Deps): void {
  route(app, findExperiences, async ({ query }) => find(experiences, query, now()))

  route(app, discover, async ({ query }) => toDiscover(experiences, query, now()))

  route(app, listCities, async () => ({ cities: findMatches(experiences, { q: '' }, now()).cities }))

  route(app, nearestCity, async ({ query }) => findNearestCity(experiences, query, now()))

  route(app, getExperience, async ({ params }) => {
    const experience = experiences.get(params.experienceId)
    return experience ? { experience: toPage(experience, now()) } : { refused: 'no-such-experience' }
  })

  route(app, listExperiences, async ({ query }) => listIds(experiences, query))

  route(app, similarExperiences, async ({ params }) => {
    const experience = experiences.get(params.experienceId)
    return { found: experience ? similar(experiences, experience, now()) : [] }
  })
}

import { findExperiences, getExperience, nearestCity } from '@fernweh/contracts/api/search'
import { forward } from '@fernweh/kit/server/forward'
import type { Upstream } from '@fernweh/kit/server/upstream'
import { type Express, Router } from 'express'

export function serveRoutes(app: Express, search: Upstream): void {
  const api = Router()
  forward(api, search, findExperiences)
  forward(api, search, getExperience)
  forward(api, search, nearestCity)
  app.use('/api', api)
}

import { findExperiences, getExperience, nearestCity } from '@fernweh/contracts/api/search'
import { forwardOperation } from '@fernweh/kit/server/http/forward'
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import { type Express, Router } from 'express'

export function serveRoutes(app: Express, search: Upstream): void {
  const api = Router()
  forwardOperation(api, search, findExperiences)
  forwardOperation(api, search, getExperience)
  forwardOperation(api, search, nearestCity)
  app.use('/api', api)
}

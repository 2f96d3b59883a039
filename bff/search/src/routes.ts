import { findExperiences, getExperience, nearestCity } from '@fernweh/contracts/api/search'
import { forwardOperation } from '@fernweh/kit/server/http/forward'
import type { Router } from 'express'
import type { SearchDeps } from './deps.ts'
import { serveSitemap } from './sitemap.ts'

export function serveRoutes(api: Router, deps: SearchDeps): void {
  const { search } = deps
  serveSitemap(api, deps)
  forwardOperation(api, search, findExperiences)
  forwardOperation(api, search, getExperience)
  forwardOperation(api, search, nearestCity)
}

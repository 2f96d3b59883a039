import type { FragmentQueries } from '@fernweh/kit/server/fragments/fragments'
import type { SearchDeps } from './deps.ts'
import { queryExperience } from './fragments/experience.ts'
import { queryFind } from './fragments/find.ts'
import { queryHome } from './fragments/home.ts'
import { queryPartySize } from './fragments/party-size.ts'
import { querySimilar } from './fragments/similar.ts'

export const createFragments = (deps: SearchDeps): FragmentQueries => ({
  Home: (request) => queryHome(request, deps),
  Find: (request) => queryFind(request, deps),
  Experience: (request) => queryExperience(request, deps),
  PartySize: queryPartySize,
  Similar: (request) => querySimilar(request, deps),
})

import type { FragmentQueries } from '@fernweh/kit/server/fragments/fragments'
import type { ReviewsDeps } from './deps.ts'
import { queryList } from './fragments/list.ts'
import { queryOfBooking } from './fragments/of-booking.ts'
import { queryPerson } from './fragments/person.ts'

export const createFragments = (deps: ReviewsDeps): FragmentQueries => ({
  List: (request) => queryList(request, deps),
  OfBooking: (request) => queryOfBooking(request, deps),
  Person: (request) => queryPerson(request, deps),
})

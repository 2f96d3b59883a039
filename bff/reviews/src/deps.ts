import type { Upstream } from '@fernweh/kit/server/http/upstream'

export interface ReviewsDeps {
  reviews: Upstream
}

import type { Upstream } from '@fernweh/kit/server/http/upstream'

export interface SearchDeps {
  search: Upstream
  /** Optional to every page: a short timeout, and the page is served without its answer. */
  accounts: Upstream
  /** What people open, e.g. `https://fernweh.example`. */
  origin: string
}

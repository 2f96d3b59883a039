/** What the parts of mfe-search are rendered with. */
import type { Versioned } from '../feeds/feed.ts'
import type { Experience, Listing } from '../feeds/search.ts'

export interface FindData {
  /** The words looked for, as typed; empty shows what is coming up. */
  q: string
  total: number
  found: Versioned<Listing>[]
}

export interface ExperienceData {
  /** Null on a page that answers 404. */
  experience: Versioned<Experience> | null
}

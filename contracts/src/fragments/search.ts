/** Data the fragments of mfe-search are rendered with. */
import type { AnswerOf } from '../api/operation.ts'
import type { discover, findExperiences, SearchFilters, Sort, similarExperiences } from '../api/search.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { Experience } from '../feeds/search.ts'

export interface HomeData extends AnswerOf<typeof discover> {
  /** Categories that come first because the visitor likes them. */
  interests: Experience['category'][]
}

/** The search a URL asks for; unknown or invalid fields of the URL are left out. */
export interface SearchQuery extends SearchFilters {
  sort: Sort
  page: number
}

export interface FindData extends AnswerOf<typeof findExperiences> {
  search: SearchQuery
}

export interface ExperienceData {
  /** Path and query. */
  page: string
  /** Null on a page that answers 404. */
  experience: Versioned<Experience> | null
  /** Null while accounts is unreachable. */
  hostName: string | null
  /** Shows the original text, also where a translation into the reader's language exists. */
  inOriginal: boolean
}

export interface PartySizeData {
  experienceId: string
  /** The number of people in the page's URL. */
  seats: number
}

export type SimilarData = AnswerOf<typeof similarExperiences>

/** What the fragments of mfe-search are rendered with. */
import type { AnswerOf } from '../api/operation.ts'
import type { discover, findExperiences, SearchFilters, Sort, similarExperiences } from '../api/search.ts'
import type { Versioned } from '../feeds/feed.ts'
import type { Experience } from '../feeds/search.ts'

export type HomeData = AnswerOf<typeof discover>

/** What was asked, as it was understood: what an address held besides is left out. */
export interface SearchQuery extends SearchFilters {
  sort: Sort
  page: number
}

export interface FindData extends AnswerOf<typeof findExperiences> {
  search: SearchQuery
}

export interface ExperienceData {
  /** Null on a page that answers 404. */
  experience: Versioned<Experience> | null
  /** What its host is called; null when nobody can tell now. */
  hostName: string | null
  /** The words as they were written, also where the reader's language has others. */
  inOriginal: boolean
}

export type SimilarData = AnswerOf<typeof similarExperiences>

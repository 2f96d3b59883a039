/** The kinds of pictures; each has a family of compositions. */
export type Category =
  | 'tasting'
  | 'tour'
  | 'class'
  | 'walk'
  | 'water'
  | 'craft'
  | 'cooking'
  | 'market'
  | 'music'
  | 'dance'
  | 'night'
  | 'hike'
  | 'cycling'
  | 'wildlife'
  | 'stars'
  | 'history'
  | 'architecture'
  | 'photography'
  | 'wellness'
  | 'trip'

/** What a picture shows: as much of an experience as an illustrator would want to know. */
export interface Motif {
  /** The seed: the same experience always has the same picture. */
  experienceId: string
  category: Category
  country: string
  /** Whole degrees: a meeting point moved a little keeps the picture. */
  latitude: number
  longitude: number
  /** Words of title and summary that change what is drawn. */
  words: string[]
}

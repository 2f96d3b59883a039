/** What is chosen on an experience's page is in its URL, e.g. `/e/tram?seats=4&session=s1`, so that it is not lost on the way. */
import { withQuery } from './page-path.ts'
import { DEFAULT_SEATS, MAX_SEATS } from './seats.ts'

export interface SessionChoice {
  seats: number
  /** Null when no session is chosen. */
  sessionId: string | null
}

/** What is undefined stays as it is. */
type ChangedChoice = { [Field in keyof SessionChoice]?: SessionChoice[Field] | undefined }

/** Invalid values count as not chosen. */
export function readSessionChoice(query: URLSearchParams): SessionChoice {
  const seats = Number(query.get('seats'))
  return {
    seats: Number.isInteger(seats) && seats >= 1 && seats <= MAX_SEATS ? seats : DEFAULT_SEATS,
    sessionId: query.get('session') || null,
  }
}

export function withSessionChoice(page: string, { seats, sessionId }: ChangedChoice): string {
  return withQuery(page, {
    ...(seats !== undefined && { seats: seats === DEFAULT_SEATS ? null : String(seats) }),
    ...(sessionId !== undefined && { session: sessionId }),
  })
}

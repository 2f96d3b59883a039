import type { getReviews, getVisit } from '@fernweh/contracts/api/reviews'
import type { BookingReviewData, VisitReview } from '@fernweh/contracts/fragments/reviews'
import { useBus } from '@fernweh/kit/browser/host/use-bus'
import { useEffect, useState } from 'react'
import type { TeamHost } from './host.ts'

const MAX_TRIES = 10
const PAUSE_MS = 500

/** A visit that ends while the page is open is asked for: reviews hears of it when the booking's page does, or a moment later. */
export function useVisited(host: TeamHost, { bookingId, visited }: BookingReviewData): VisitReview | null {
  const [known, setKnown] = useState(visited)
  const ended = useBus(host, 'bookings:visit-ended', null)
  const isNews = known === null && ended?.bookingId === bookingId
  useEffect(() => {
    if (!isNews) return
    const stop = new AbortController()
    void askUntilKnown(host, bookingId, stop.signal).then((found) => found && setKnown(found))
    return () => stop.abort()
  }, [host, bookingId, isNews])
  return known
}

/** Null when it was given up; a reload shows it then. */
async function askUntilKnown(host: TeamHost, bookingId: string, stop: AbortSignal): Promise<VisitReview | null> {
  for (let tries = 0; tries < MAX_TRIES && !stop.aborted; tries++) {
    const found = await ask(host, bookingId).catch(() => null)
    if (found) return found
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
  }
  return null
}

async function ask({ api }: TeamHost, bookingId: string): Promise<VisitReview | null> {
  const said = await api<typeof getVisit>('GET /bookings/:bookingId/review', { params: { bookingId } })
  if ('refused' in said || !said.visit) return null
  const { visit, mine } = said
  const params = { experienceId: visit.experienceId }
  const list = await api<typeof getReviews>('GET /experiences/:experienceId/reviews', { params })
  return 'refused' in list ? null : { visit, mine, rating: list.rating }
}

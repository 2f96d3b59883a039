import type { getOlderReviews } from '@fernweh/contracts/api/reviews'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import { REVIEWS_PER_PAGE } from '@fernweh/contracts/browser/review-pages'
import type { Review } from '@fernweh/contracts/feeds/reviews'
import type { ReviewListData } from '@fernweh/contracts/fragments/reviews'
import { changeAddress, usePageAddress } from '@fernweh/kit/browser/host/page-address'
import { useEffect, useRef, useState } from 'react'
import type { TeamHost } from '../../host.ts'

/** How much of the list is shown, and more of it on demand: in place where that can be, else by the link itself. */
export function useMoreReviews(host: TeamHost, data: ReviewListData, current: Review[], count: number) {
  const [pages, setPages] = useState(data.pages)
  const [older, setOlder] = useState(data.older)
  const [firstMore, setFirstMore] = useState<number>()
  const focused = useRef<HTMLLIElement>(null)
  const known = mergeReviews(current, data.rating.data.reviews, older)
  const href = toPageHref(usePageAddress(host, data.page), pages + 1)

  // biome-ignore lint/correctness/useExhaustiveDependencies: led there once for each time more was asked for
  useEffect(() => focused.current?.focus(), [firstMore])

  async function more(): Promise<void> {
    const lacking = Math.min(count, (pages + 1) * REVIEWS_PER_PAGE) - known.length
    try {
      if (lacking > 0) setOlder([...older, ...(await fetchOlder(known.at(-1)?.reviewId ?? '', lacking))])
      setFirstMore(pages * REVIEWS_PER_PAGE)
      setPages(pages + 1)
      changeAddress(host, href)
    } catch {
      location.assign(href)
    }
  }

  async function fetchOlder(than: string, limit: number): Promise<Review[]> {
    const input = { params: { experienceId: data.experienceId }, query: { than, limit } }
    const answer = await host.api<typeof getOlderReviews>('GET /experiences/:experienceId/reviews/older', input)
    if ('refused' in answer) throw new Error(answer.refused)
    return answer.reviews
  }

  const shown = known.slice(0, pages * REVIEWS_PER_PAGE)
  return {
    shown,
    hasMore: count > shown.length,
    href,
    more,
    firstMore: firstMore === undefined ? undefined : { at: firstMore, ref: focused },
  }
}

/** Each once, as the first list has it; what was pushed out of the newest by newer ones stays. */
export function mergeReviews(...lists: Review[][]): Review[] {
  const known = new Map<string, Review>()
  for (const review of lists.flat()) if (!known.has(review.reviewId)) known.set(review.reviewId, review)
  return [...known.values()]
}

/** The page with so many pages of reviews, at the list. */
export function toPageHref(page: string, pages: number): string {
  return `${withQuery(page, { reviews: String(pages) })}#review`
}

import type { MyReview } from '@fernweh/contracts/api/reviews'
import type { Host } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { ReviewForm } from './ReviewForm.tsx'

interface WriteReviewProps {
  page: string
  experienceId: string
  mine: MyReview | null
  host: Host
  onSent: (mine: MyReview) => void
}

/** One review per person: who has written has no form any more. */
export function WriteReview({ page, experienceId, mine, host, onSent }: WriteReviewProps) {
  const signInHref = `/sign-in?next=${encodeURIComponent(page)}`
  if (mine !== null) return null
  if (host.user !== null) {
    return <ReviewForm experienceId={experienceId} host={host} signInHref={signInHref} onSent={onSent} />
  }
  return (
    <p>
      <ButtonLink href={signInHref}>Sign in to write a review</ButtonLink>
    </p>
  )
}

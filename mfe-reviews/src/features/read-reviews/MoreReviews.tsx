import { ButtonLink } from '@fernweh/ui/forms/Button'
import type { MouseEvent } from 'react'
import { useMessages } from '../../messages/use-messages.ts'

/** A link, so that it works without script and opens in other tabs. */
export function MoreReviews({ href, onMore }: { href: string; onMore: () => void }) {
  const { t } = useMessages()
  function showInPlace(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    onMore()
  }
  return (
    <p>
      <ButtonLink href={href} onClick={showInPlace}>
        {t('reviews.more')}
      </ButtonLink>
    </p>
  )
}

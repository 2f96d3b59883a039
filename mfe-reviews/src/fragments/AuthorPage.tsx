import type { AuthorData } from '@fernweh/contracts/fragments/reviews'
import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { AuthorHead } from '../features/show-author/AuthorHead.tsx'
import { AuthorReviews } from '../features/show-author/AuthorReviews.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './ReviewList.module.css'

export function AuthorPage({ data: { known }, host }: TeamFragmentProps<AuthorData>) {
  if (!known) return <AuthorNotFound />
  const { person, reviews } = known
  return (
    <div className={styles.fragment}>
      <AuthorHead person={person} isReader={host.user?.id === person.personId} />
      <AuthorReviews reviews={reviews} />
    </div>
  )
}

function AuthorNotFound() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1>{t('author-not-found.title')}</h1>}>
      <p>{t('author-not-found.text')}</p>
      <p>
        <ButtonLink href="/">{t('author-not-found.find')}</ButtonLink>
      </p>
    </EmptyState>
  )
}

import type { AuthorData } from '@fernweh/contracts/fragments/reviews'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { PersonHead } from '../features/show-author/AuthorHead.tsx'
import { PersonReviews } from '../features/show-author/AuthorReviews.tsx'
import { useMessages } from '../use-messages.ts'
import styles from './ReviewList.module.css'

export function Person({ data: { known }, host }: FragmentProps<AuthorData>) {
  if (!known) return <Nobody />
  const { person, reviews } = known
  return (
    <div className={styles.fragment}>
      <PersonHead person={person} isReader={host.user?.id === person.personId} />
      <PersonReviews reviews={reviews} />
    </div>
  )
}

function Nobody() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1>{t('no-person.title')}</h1>}>
      <p>{t('no-person.text')}</p>
      <p>
        <ButtonLink href="/">{t('no-person.way-on')}</ButtonLink>
      </p>
    </EmptyState>
  )
}

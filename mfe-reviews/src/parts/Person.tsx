import type { PersonData } from '@fernweh/contracts/parts/reviews'
import type { PartProps } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { EmptyState } from '@fernweh/ui/EmptyState'
import { PersonHead } from '../features/show-person/PersonHead.tsx'
import { PersonReviews } from '../features/show-person/PersonReviews.tsx'
import { useWords } from '../words.ts'
import styles from './List.module.css'

export function Person({ data: { known }, host }: PartProps<PersonData>) {
  if (!known) return <Nobody />
  const { person, reviews } = known
  return (
    <div className={styles.part}>
      <PersonHead person={person} isReader={host.user?.id === person.personId} />
      <PersonReviews reviews={reviews} />
    </div>
  )
}

function Nobody() {
  const { t } = useWords()
  return (
    <EmptyState title={<h1>{t('no-person.title')}</h1>}>
      <p>{t('no-person.text')}</p>
      <p>
        <ButtonLink href="/">{t('no-person.way-on')}</ButtonLink>
      </p>
    </EmptyState>
  )
}

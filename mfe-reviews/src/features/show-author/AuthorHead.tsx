import type { AuthorData } from '@fernweh/contracts/fragments/reviews'
import { Portrait } from '@fernweh/ui/content/Portrait'
import { toMonth } from '../../Month.tsx'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './AuthorHead.module.css'

interface PersonHeadProps {
  person: NonNullable<AuthorData['known']>['person']
  isReader: boolean
}

export function AuthorHead({ person: { personId, name, count, since }, isReader }: PersonHeadProps) {
  const { t, locale } = useMessages()
  return (
    <header className={styles.head} data-person={personId}>
      <Portrait name={name} seed={personId} size="large" />
      <div>
        <h1 className={styles.name}>
          <bdi>{name}</bdi>
        </h1>
        {isReader && <p className={styles.you}>{t('author.you')}</p>}
        <p className={styles.soft} suppressHydrationWarning>
          {t('author.count', { count })} · {t('author.since', { month: toMonth(since, locale) })}
        </p>
      </div>
    </header>
  )
}

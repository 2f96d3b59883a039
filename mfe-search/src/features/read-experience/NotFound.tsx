import { ButtonLink } from '@fernweh/ui/Button'
import { EmptyState } from '@fernweh/ui/EmptyState'
import { FIND } from '../../listing/address.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './NotFound.module.css'

export function NotFound() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1 className={styles.title}>{t('not-found.heading')}</h1>}>
      <p>{t('not-found.text')}</p>
      <ButtonLink href={FIND} kind="action">
        {t('not-found.link')}
      </ButtonLink>
    </EmptyState>
  )
}

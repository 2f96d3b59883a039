import { ButtonLink } from '@fernweh/ui/Button'
import { EmptyState } from '@fernweh/ui/EmptyState'
import { FIND } from '../../listing/address.ts'
import { useMessages } from '../../use-messages.ts'
import styles from './NotFound.module.css'

export function NotFound() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1 className={styles.title}>{t('missing.heading')}</h1>}>
      <p>{t('missing.text')}</p>
      <ButtonLink href={FIND} kind="action">
        {t('missing.link')}
      </ButtonLink>
    </EmptyState>
  )
}

import { EmptyState } from '@fernweh/ui/feedback/EmptyState'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { useMessages } from '../../messages/use-messages.ts'
import { FIND_PATH } from '../../search-form/search-url.ts'
import styles from './NotFound.module.css'

export function NotFound() {
  const { t } = useMessages()
  return (
    <EmptyState title={<h1 className={styles.title}>{t('not-found.heading')}</h1>}>
      <p>{t('not-found.text')}</p>
      <ButtonLink href={FIND_PATH} kind="action">
        {t('not-found.link')}
      </ButtonLink>
    </EmptyState>
  )
}

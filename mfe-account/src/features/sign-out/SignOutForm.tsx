import { useMessages } from '../../messages/use-messages.ts'
import styles from './SignOutForm.module.css'

export function SignOutForm({ next }: { next: string }) {
  const { t } = useMessages()
  return (
    <form action="/api/account/sign-out" method="post">
      <input type="hidden" name="page" value={next} />
      <input type="hidden" name="next" value={next} />
      <button type="submit" className={styles.quiet}>
        {t('menu.sign-out')}
      </button>
    </form>
  )
}

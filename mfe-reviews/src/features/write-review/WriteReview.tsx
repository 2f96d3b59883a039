import type { MyReview, VisitToReview } from '@fernweh/contracts/api/reviews'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import { usePageAddress } from '@fernweh/kit/browser/host/page-address'
import { useMessages } from '../../messages/use-messages.ts'
import { EarlierRefusal } from './EarlierRefusal.tsx'
import { ReviewForm, type ReviewFormProps } from './ReviewForm.tsx'
import styles from './WriteReview.module.css'

interface WriteReviewProps extends Omit<ReviewFormProps, 'visit'> {
  /** A visit of the reader without a review. */
  invitation: VisitToReview | null
  mine: MyReview | null
}

/** The form for readers with an invitation; everybody else sees who may write, unless they have written. */
export function WriteReview({ invitation, mine, ...form }: WriteReviewProps) {
  if (invitation) return <ReviewForm key={invitation.bookingId} visit={invitation} {...form} />
  return (
    <>
      <EarlierRefusal outcome={form.outcome} />
      {mine === null && <WhoMayWrite page={form.page} host={form.host} />}
    </>
  )
}

function WhoMayWrite({ page, host }: Pick<ReviewFormProps, 'page' | 'host'>) {
  const { t } = useMessages()
  const address = usePageAddress(host, page)
  return (
    <p className={styles.soft}>
      {t('write.who-may')}
      {host.user === null && (
        <>
          {' '}
          {t('write.been-there')} <a href={toSignInPath(address)}>{t('write.sign-in')}</a>
        </>
      )}
    </p>
  )
}

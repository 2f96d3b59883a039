import type { MyReview, VisitToReview } from '@fernweh/contracts/api/reviews'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
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
      {mine === null && <WhoMayWrite page={form.page} isSignedIn={form.host.user !== null} />}
    </>
  )
}

function WhoMayWrite({ page, isSignedIn }: { page: string; isSignedIn: boolean }) {
  const { t } = useMessages()
  return (
    <p className={styles.soft}>
      {t('write.who-may')}
      {!isSignedIn && (
        <>
          {' '}
          {t('write.been-there')} <a href={toSignInPath(page)}>{t('write.sign-in')}</a>
        </>
      )}
    </p>
  )
}

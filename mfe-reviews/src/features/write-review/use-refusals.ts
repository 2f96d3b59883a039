import type { RefusalOf } from '@fernweh/contracts/api/operation'
import type { writeReview } from '@fernweh/contracts/api/reviews'
import { useMessages } from '../../messages/use-messages.ts'

type ReviewRefusal = RefusalOf<typeof writeReview>

/** Id of the form on its page. */
export const FORM_ID = 'write-review'

/** Message by refusal. */
export function useRefusals(): Record<ReviewRefusal, string> {
  const { t } = useMessages()
  return {
    'already-reviewed': t('write.refusal.already-reviewed'),
    'no-such-visit': t('write.refusal.no-such-visit'),
  }
}

import { useMessages } from '../use-messages.ts'
import { Notice } from './Notice.tsx'

const known = ['offline', 'timeout', 'invalid', 'unanswered', 'signed-out', 'failed'] as const
type Why = (typeof known)[number] | 'sent-before'

interface TroubleProps {
  /** What was thrown; its `why` chooses the words. */
  fault: unknown
  /** Where to sign in, and come back. */
  signInHref: string
}

export function ErrorNotice({ fault, signInHref }: TroubleProps) {
  const { t } = useMessages()
  const why = toReason(fault)
  return (
    <Notice kind="loss">
      <p>
        {t(`ui.error.${why}`)} {why === 'signed-out' && <a href={signInHref}>{t('ui.sign-in')}</a>}
      </p>
    </Notice>
  )
}

/** Read by shape: an error made in another bundle is an instance of another class. */
export function toReason(fault: unknown): Why {
  const { why, invalid } = Object(fault) as { why?: unknown; invalid?: { field: string }[] }
  if (invalid?.[0]?.field === 'idempotency-key') return 'sent-before'
  return known.find((word) => word === why) ?? 'failed'
}

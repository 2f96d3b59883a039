import { Notice } from './Notice.tsx'

const words: Record<string, string> = {
  offline: 'You seem to be offline. What you entered is still here; try again when you are back.',
  timeout: 'No answer came in time. Trying again is safe: it counts only once.',
  invalid: 'Something entered here cannot be right. Please look at it again.',
  'sent-before':
    'This was sent before with something else in it, so we left it at that. Look at what has become of it; then you can send it again.',
  unanswered: 'This did not work, and it was our doing. Trying again is safe: it counts only once.',
  'signed-out': 'You are signed out. What you entered is still here.',
  failed: 'This did not work, and it was our doing. What you entered is still here; try again in a moment.',
}

interface TroubleProps {
  /** What was thrown; its `why` chooses the words. */
  fault: unknown
  /** Where to sign in, and come back. */
  signInHref: string
}

export function Trouble({ fault, signInHref }: TroubleProps) {
  const why = whyOf(fault)
  return (
    <Notice kind="loss">
      <p>
        {words[why]} {why === 'signed-out' && <a href={signInHref}>Sign in</a>}
      </p>
    </Notice>
  )
}

/** Read by shape: an error made in another bundle is an instance of another class. */
export function whyOf(fault: unknown): string {
  const { why, invalid } = Object(fault) as { why?: unknown; invalid?: { field: string }[] }
  if (invalid?.[0]?.field === 'idempotency-key') return 'sent-before'
  return typeof why === 'string' && Object.hasOwn(words, why) ? why : 'failed'
}

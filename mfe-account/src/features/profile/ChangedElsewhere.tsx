import type { Profile } from '@fernweh/contracts/api/accounts'
import { Notice } from '@fernweh/ui/Notice'
import styles from './ChangedElsewhere.module.css'
import { toDifferences } from './typed-profile.ts'

/** What was saved elsewhere stands beside what was typed here; nothing is lost before the reader decides. */
export function ChangedElsewhere({ stored, typed }: { stored: Profile; typed: Profile }) {
  const differences = toDifferences(stored, typed)
  return (
    <Notice kind="loss">
      <p>Your profile was changed somewhere else in the meantime. Nothing was saved here yet.</p>
      {differences.length > 0 && (
        <dl className={styles.differences}>
          {differences.map(({ label, stored: words }) => (
            <div key={label}>
              <dt>{label} there</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      )}
      <p>
        Save again to keep what stands below, or <a href="/account">take what is there</a>.
      </p>
    </Notice>
  )
}

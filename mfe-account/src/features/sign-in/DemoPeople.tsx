import type { Person } from '@fernweh/contracts/api/accounts'
import { Button } from '@fernweh/ui/Button'
import styles from './DemoPeople.module.css'

/** Each person is one button. */
export function DemoPeople({ people, next }: { people: Person[]; next: string }) {
  return (
    <form className={styles.people} action="/api/account/demo-sign-in" method="post">
      <input type="hidden" name="next" value={next} />
      <input type="hidden" name="page" value={`/sign-in?next=${encodeURIComponent(next)}`} />
      {people.map(({ accountId, name, role, homeCity }) => (
        <Button key={accountId} type="submit" name="accountId" value={accountId}>
          <span>
            {name} <span className={styles.soft}>{[role, homeCity].filter(Boolean).join(', ')}</span>
          </span>
        </Button>
      ))}
    </form>
  )
}

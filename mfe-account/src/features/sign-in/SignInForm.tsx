import type { Person } from '@fernweh/contracts/api/accounts'
import { Button } from '@fernweh/ui/Button'
import styles from './SignInForm.module.css'

/** A native form: each person is a button, and works before any script. */
export function SignInForm({ people, next }: { people: Person[]; next: string }) {
  return (
    <form className={styles.people} action="/api/account/sign-in" method="post">
      <input type="hidden" name="next" value={next} />
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

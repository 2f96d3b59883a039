import type { Person } from '@fernweh/contracts/api/accounts'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import { Button } from '@fernweh/ui/forms/Button'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './DemoAccountList.module.css'

interface DemoAccountListProps {
  title: string
  people: Person[]
  next: string
}

const ROLES = ['traveller', 'host', 'moderator'] as const

/** Demo accounts by role; each is one button that signs in as that person. */
export function DemoAccountList({ title, people, next }: DemoAccountListProps) {
  const { t } = useMessages()
  return (
    <section className={styles.strip} aria-labelledby="demo-accounts">
      <div>
        <h2 id="demo-accounts" className={styles.title}>
          {title}
        </h2>
        <p className={styles.soft}>{t('demo-accounts.lead')}</p>
      </div>
      <form className={styles.roles} action="/api/account/demo-sign-in" method="post">
        <input type="hidden" name="next" value={next} />
        <input type="hidden" name="page" value={toSignInPath(next)} />
        {ROLES.map((role) => ({ role, having: people.filter((person) => person.role === role) }))
          .filter(({ having }) => having.length > 0)
          .map(({ role, having }) => (
            <div key={role} className={styles.role}>
              <h3 className={styles.called}>{t(`demo-accounts.role.${role}`)}</h3>
              <p className={styles.soft}>{t(`demo-accounts.try.${role}`)}</p>
              <ul className={styles.people}>
                {having.map((person) => (
                  <li key={person.accountId}>
                    <PersonButton {...person} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
      </form>
    </section>
  )
}

function PersonButton({ accountId, name, role, homeCity }: Person) {
  const [initial] = name
  return (
    <Button type="submit" name="accountId" value={accountId}>
      <span className={styles.initial} data-role={role} aria-hidden="true">
        {initial}
      </span>
      <span className={styles.person}>
        <bdi>{name}</bdi>
        {homeCity !== null && <bdi className={styles.city}>{homeCity}</bdi>}
      </span>
    </Button>
  )
}

import type { PeopleData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { DemoPeople } from '../features/sign-in/DemoPeople.tsx'
import styles from './People.module.css'

export function People({ data: { person, people, next } }: PartProps<PeopleData>) {
  const others = people.filter(({ accountId }) => accountId !== person?.accountId)
  if (others.length === 0) return null
  return (
    <section className={styles.strip} aria-labelledby="account-people">
      <h2 id="account-people" className={styles.title}>
        {person === null ? 'Try it as one of them' : `You are ${person.name}. Try it as someone else`}
      </h2>
      <DemoPeople people={others} next={next} />
    </section>
  )
}

import type { MenuData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { SignOutForm } from '../features/sign-out/SignOutForm.tsx'
import styles from './Menu.module.css'

export function Menu({ data: { person, next } }: PartProps<MenuData>) {
  if (person === null) {
    return (
      <p className={styles.menu}>
        <a className={styles.link} href={`/sign-in?next=${encodeURIComponent(next)}`}>
          Sign in
        </a>
      </p>
    )
  }
  return (
    <div className={styles.menu}>
      <span className={styles.name}>{person.name}</span>
      <SignOutForm next={next} />
    </div>
  )
}

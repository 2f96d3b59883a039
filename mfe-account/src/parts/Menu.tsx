import type { MenuData } from '@fernweh/contracts/parts/account'
import type { PartProps } from '@fernweh/kit/browser/host'
import { useBus } from '@fernweh/kit/browser/use-bus'
import { SignOutForm } from '../features/sign-out/SignOutForm.tsx'
import { useWords } from '../words.ts'
import styles from './Menu.module.css'

export function Menu({ data: { person, next }, host }: PartProps<MenuData>) {
  const { t } = useWords()
  const saved = useBus(host, 'account:profile-saved', null)
  if (person === null) {
    return (
      <p className={styles.menu}>
        <a className={styles.link} href={`/sign-in?next=${encodeURIComponent(next)}`}>
          {t('menu.sign-in')}
        </a>
      </p>
    )
  }
  return (
    <div className={styles.menu}>
      <a
        className={styles.name}
        href="/account"
        dir="auto"
        aria-current={next.split('?')[0] === '/account' ? 'page' : undefined}
      >
        {saved?.name ?? person.name}
      </a>
      <SignOutForm next={next} />
    </div>
  )
}

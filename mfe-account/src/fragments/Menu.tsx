import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { MenuData } from '@fernweh/contracts/fragments/account'
import { usePageAddress } from '@fernweh/kit/browser/host/page-address'
import { useBus } from '@fernweh/kit/browser/host/use-bus'
import { SignOutForm } from '../features/sign-out/SignOutForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Menu.module.css'

export function Menu({ data: { person, next: first }, host }: TeamFragmentProps<MenuData>) {
  const { t } = useMessages()
  const next = usePageAddress(host, first)
  const saved = useBus(host, 'account:profile-saved', null)
  if (person === null) {
    return (
      <p className={styles.menu}>
        <a className={styles.link} href={toSignInPath(next)}>
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

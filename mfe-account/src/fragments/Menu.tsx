import { withQuery } from '@fernweh/contracts/browser/page-path'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import type { MenuData } from '@fernweh/contracts/fragments/account'
import { changeAddress, currentPage, usePageAddress } from '@fernweh/kit/browser/host/page-address'
import { useBus } from '@fernweh/kit/browser/host/use-bus'
import { useEffect } from 'react'
import { SignOutForm } from '../features/sign-out/SignOutForm.tsx'
import type { TeamFragmentProps } from '../host.ts'
import { useMessages } from '../messages/use-messages.ts'
import styles from './Menu.module.css'

export function Menu({ data: { person, next: first, signedOut }, host }: TeamFragmentProps<MenuData>) {
  const { t } = useMessages()
  const next = usePageAddress(host, first)
  const saved = useBus(host, 'account:profile-saved', null)
  // A reload does not say it again.
  useEffect(() => {
    if (signedOut) changeAddress(host, withQuery(currentPage(), { 'signed-out': null }))
  }, [signedOut, host])
  if (person === null) {
    return (
      <div className={styles.menu}>
        <a className={styles.link} href={toSignInPath(next)}>
          {t('menu.sign-in')}
        </a>
        {signedOut && (
          <p className={styles.notice} role="status">
            <span aria-hidden="true">✓</span> {t('menu.signed-out')}
          </p>
        )}
      </div>
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

import type { MyHoldsData } from '@fernweh/contracts/parts/bookings'
import type { PartProps } from '@fernweh/kit/browser/host'
import { ButtonLink } from '@fernweh/ui/Button'
import { useClock } from '@fernweh/ui/use-clock'
import { HoldList } from '../features/my-holds/HoldList.tsx'
import { toSignInHref } from '../sign-in-href.ts'
import styles from './MyHolds.module.css'

export function MyHolds({ data: { holds, page }, host, now }: PartProps<MyHoldsData>) {
  const clock = useClock(now)
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>My holds</h1>
      {holds === null ? <SignInFirst page={page} /> : <HoldList mine={holds} page={page} host={host} clock={clock} />}
    </div>
  )
}

function SignInFirst({ page }: { page: string }) {
  return (
    <>
      <p>Your holds are shown here once we know who you are.</p>
      <p>
        <ButtonLink kind="action" href={toSignInHref(page)}>
          Sign in
        </ButtonLink>
      </p>
    </>
  )
}

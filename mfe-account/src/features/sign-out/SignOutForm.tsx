import styles from './SignOutForm.module.css'

export function SignOutForm({ next }: { next: string }) {
  return (
    <form action="/api/account/sign-out" method="post">
      <input type="hidden" name="next" value={next} />
      <button type="submit" className={styles.quiet}>
        Sign out
      </button>
    </form>
  )
}

import { ButtonLink } from '@fernweh/ui/Button'
import styles from './NotFound.module.css'

export function NotFound() {
  return (
    <div className={styles.notFound}>
      <h1 className={styles.title}>This one is not here</h1>
      <p>The address may be mistyped, or its host no longer offers it.</p>
      <p>
        <ButtonLink href="/" kind="action">
          See what is coming up
        </ButtonLink>
      </p>
    </div>
  )
}

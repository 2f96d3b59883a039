import type { ReactNode } from 'react'
import styles from './AuthLayout.module.css'
import { type DayHour, Horizon } from './Horizon.tsx'

interface AuthLayoutProps {
  title: string
  /** Time of day in the picture. */
  hour: DayHour
  children: ReactNode
}

/** Layout of the pages for signing in and up: a form beside a picture, or below it on a phone. */
export function AuthLayout({ title, hour, children }: AuthLayoutProps) {
  return (
    <div className={styles.layout}>
      <div className={styles.words}>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
      <div className={styles.picture}>
        <Horizon hour={hour} />
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'
import styles from './AuthLayout.module.css'
import { Horizon, type Hour } from './Horizon.tsx'

interface DoorwayProps {
  title: string
  /** Of the picture. */
  hour: Hour
  children: ReactNode
}

/** The pages before one is in: few words beside a picture, below it on a phone. */
export function Doorway({ title, hour, children }: DoorwayProps) {
  return (
    <div className={styles.doorway}>
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

import { type ReactNode, useState } from 'react'
import styles from './Tick.module.css'

/** Shows live words; a change is marked by one quiet movement, what the page opened with is not. */
export function Tick({ children }: { children: string | number }): ReactNode {
  const [opened] = useState(children)
  return (
    <span key={children} className={children === opened ? undefined : styles.tick}>
      {children}
    </span>
  )
}

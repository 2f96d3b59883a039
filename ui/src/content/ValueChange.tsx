import { type ReactNode, useState } from 'react'
import styles from './ValueChange.module.css'

/**
 * Shows live words; a change is marked by one quiet movement, what the page opened with is not. Servers and browsers may write
 * a price differently: the server's words then stay until they change.
 */
export function ValueChange({ children }: { children: string | number }): ReactNode {
  const [opened] = useState(children)
  return (
    <span key={children} className={children === opened ? undefined : styles.tick} suppressHydrationWarning>
      {children}
    </span>
  )
}

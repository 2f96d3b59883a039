import type { ReactNode } from 'react'
import { HorizonLine } from './HorizonLine.tsx'
import { joinClasses } from './join-classes.ts'
import styles from './Notice.module.css'

interface NoticeProps {
  /** `calm` confirms, `loss` says what did not happen, `wait` is on its way. */
  kind: 'calm' | 'loss' | 'wait'
  children: ReactNode
}

export function Notice({ kind, children }: NoticeProps) {
  return (
    <div className={joinClasses(styles.notice, styles[kind])}>
      {children}
      {kind === 'wait' && <HorizonLine />}
    </div>
  )
}

/** Holds notices that come and go: a screen reader hears them when it has finished its sentence. */
export function Notices({ children }: { children: ReactNode }) {
  return (
    <div className={styles.notices} role="status">
      {children}
    </div>
  )
}

/** For ears only, and only when the words change after the page was opened. */
export function Announcement({ children }: { children: ReactNode }) {
  return (
    <span className={styles.spoken} role="status">
      {children}
    </span>
  )
}

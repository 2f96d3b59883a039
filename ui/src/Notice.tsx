import { type ReactNode, useEffect, useRef } from 'react'
import { createSpeaker, type Speaker } from './announce.ts'
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

interface AnnouncementProps {
  children: string | false | null | undefined
}

/**
 * For ears only, and only when the words change after the page was opened. For what is being booked or has focus: a page
 * that speaks of everything is not listened to.
 */
export function Announcement({ children }: AnnouncementProps) {
  const words = children || ''
  const said = useRef(words)
  const speaker = useRef<Speaker>(null)
  useEffect(() => {
    const mine = createSpeaker(document)
    speaker.current = mine
    return () => mine.leave()
  }, [])
  useEffect(() => {
    if (said.current === words) return
    said.current = words
    speaker.current?.say(words)
  }, [words])
  return null
}

import { type ReactNode, useEffect, useRef } from 'react'
import { joinClasses } from '../join-classes.ts'
import { HorizonLine } from '../layout/HorizonLine.tsx'
import { createSpeaker, type Speaker } from './announce.ts'
import styles from './Notice.module.css'

interface NoticeProps {
  /** `calm` confirms, `loss` says what did not happen, `wait` is on its way. */
  kind: 'calm' | 'loss' | 'wait'
  children: ReactNode
}

/** The sun is up, on its way up, or gone; ✓ and ! tell success and error apart without colour. */
const suns = {
  calm: 'M10 2.5a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  wait: 'M5 14a5 5 0 0 1 10 0z',
  loss: 'M5.5 14h9a4.5 4.5 0 0 1-9 0z',
}

const marks = { calm: 'm24 10.5 3 3 6-7', loss: 'M28 4v7.5m0 3v.1', wait: null }

export function Notice({ kind, children }: NoticeProps) {
  const mark = marks[kind]
  return (
    <div className={joinClasses(styles.notice, styles[kind])}>
      <svg
        className={styles.sign}
        viewBox={`0 0 ${mark ? 36 : 20} 20`}
        width={mark ? 36 : 20}
        height="20"
        aria-hidden="true"
      >
        <path className={styles.sun} d={suns[kind]} />
        <path className={styles.horizon} d="M1 14h18" />
        {mark && <path className={styles.mark} d={mark} data-mark={kind} />}
      </svg>
      <div className={styles.words}>{children}</div>
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

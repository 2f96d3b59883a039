import type { ReactNode } from 'react'
import styles from './Card.module.css'
import { CardLink } from './CardLink.tsx'

interface CardProps {
  picture: ReactNode
  title: string
  /** Of the title, where it is not that of the page. */
  lang?: string
  dir?: 'ltr' | 'rtl'
  href: string
  /** A short line above the title. */
  kicker?: ReactNode
  children?: ReactNode
}

/** A picture and what belongs to it. The title is the link, and the whole card follows it. */
export function Card({ picture, title, lang, dir, href, kicker, children }: CardProps) {
  return (
    <article className={styles.card}>
      <div className={styles.picture}>{picture}</div>
      {kicker !== undefined && <p className={styles.kicker}>{kicker}</p>}
      <h3>
        <CardLink href={href} lang={lang} dir={dir}>
          {title}
        </CardLink>
      </h3>
      {children}
    </article>
  )
}

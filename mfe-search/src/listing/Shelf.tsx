import type { SearchResult } from '@fernweh/contracts/api/search'
import type { Host } from '@fernweh/kit/browser/host'
import type { ReactNode } from 'react'
import { ListingCard } from './ListingCard.tsx'
import styles from './Shelf.module.css'

const SIZES = '(min-width: 80rem) 18rem, (min-width: 48rem) 30vw, 64vw'

interface ShelfProps {
  id: string
  heading: string
  found: SearchResult[]
  /** Its first picture is on the first screen. */
  priority?: boolean
  /** Beside the heading. */
  children?: ReactNode
  host: Host
}

/** A row of cards under a heading; on a phone it is drawn along by hand. */
export function Shelf({ id, heading, found, priority = false, children, host }: ShelfProps) {
  return (
    <section aria-labelledby={id} className={styles.shelf}>
      <div className={styles.heading}>
        <h2 id={id}>{heading}</h2>
        {children}
      </div>
      <ul className={styles.row}>
        {found.map((one, at) => (
          <li key={one.feed}>
            <ListingCard found={one} sizes={SIZES} priority={priority && at < 2} host={host} />
          </li>
        ))}
      </ul>
    </section>
  )
}

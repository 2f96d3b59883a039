import type { SearchResult } from '@fernweh/contracts/api/search'
import type { ReactNode } from 'react'
import { ExperienceCard } from '../../experience-card/ExperienceCard.tsx'
import type { TeamHost } from '../../host.ts'
import styles from './Carousel.module.css'

const SIZES = '(min-width: 80rem) 18rem, (min-width: 48rem) 30vw, 64vw'

interface CarouselProps {
  id: string
  heading: string
  results: SearchResult[]
  /** Its first pictures are visible without scrolling, so they load first. */
  priority?: boolean
  /** Beside the heading. */
  children?: ReactNode
  host: TeamHost
}

/** Cards under a heading: a row that scrolls sideways on a phone, a grid on wider screens. */
export function Carousel({ id, heading, results, priority = false, children, host }: CarouselProps) {
  return (
    <section aria-labelledby={id} className={styles.carousel}>
      <div className={styles.heading}>
        <h2 id={id}>{heading}</h2>
        {children}
      </div>
      <ul className={styles.row}>
        {results.map((result, at) => (
          <li key={result.feed}>
            <ExperienceCard result={result} sizes={SIZES} priority={priority && at < 2} host={host} />
          </li>
        ))}
      </ul>
    </section>
  )
}

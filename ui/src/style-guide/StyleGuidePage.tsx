import { ChipLink } from '../forms/Chip.tsx'
import { Content } from './Content.tsx'
import { Controls } from './Controls.tsx'
import { Foundations } from './Foundations.tsx'
import styles from './StyleGuidePage.module.css'

export interface StyleGuidePageProps {
  /** Null follows the reader's system. */
  scheme: 'light' | 'dark' | null
  /** Null follows the page's language. */
  direction: 'ltr' | 'rtl' | null
  /** ISO instant at which the page was rendered. */
  now: string
}

const schemes = [null, 'light', 'dark'] as const
const directions = [null, 'ltr', 'rtl'] as const
const sections = [
  ['foundations', 'Foundations'],
  ['controls', 'Controls'],
  ['content', 'Content'],
] as const

/** Every component in every state. The footer changes the language, including the pseudo-locale. */
export function StyleGuidePage({ scheme, direction, now }: StyleGuidePageProps) {
  const hrefOf = (to: Partial<StyleGuidePageProps>) => toHref({ scheme, direction, ...to })
  return (
    <div className={`${styles.page} ${scheme ? styles[scheme] : ''}`} dir={direction ?? undefined}>
      <header className={styles.head}>
        <h1>Style guide</h1>
        <p className={styles.lead}>
          Every component in every state. Hover with a pointer and move with Tab to see the states that need a pointer
          or the keyboard.
        </p>
        <nav className={styles.row} aria-label="Sections">
          {sections.map(([id, words]) => (
            <a key={id} href={`#${id}`}>
              {words}
            </a>
          ))}
        </nav>
        <nav className={styles.row} aria-label="Colour scheme">
          {schemes.map((one) => (
            <ChipLink key={one} href={hrefOf({ scheme: one })} current={one === scheme}>
              {one ?? 'Scheme of the system'}
            </ChipLink>
          ))}
        </nav>
        <nav className={styles.row} aria-label="Direction">
          {directions.map((one) => (
            <ChipLink key={one} href={hrefOf({ direction: one })} current={one === direction}>
              {one ?? 'Direction of the language'}
            </ChipLink>
          ))}
        </nav>
      </header>
      <section id="foundations" aria-labelledby="guide-foundations">
        <h2 id="guide-foundations">Foundations</h2>
        <Foundations />
      </section>
      <section id="controls" aria-labelledby="guide-controls">
        <h2 id="guide-controls">Controls</h2>
        <Controls />
      </section>
      <section id="content" aria-labelledby="guide-content">
        <h2 id="guide-content">Content</h2>
        <Content now={now} />
      </section>
    </div>
  )
}

function toHref({ scheme, direction }: Pick<StyleGuidePageProps, 'scheme' | 'direction'>): string {
  const query = new URLSearchParams({ ...(scheme && { scheme }), ...(direction && { dir: direction }) })
  return query.size > 0 ? `/ui?${query}` : '/ui'
}

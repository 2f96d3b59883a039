import { ChipLink } from '../forms/Chip.tsx'
import { Content } from './Content.tsx'
import { Controls } from './Controls.tsx'
import { Foundations } from './Foundations.tsx'
import styles from './StyleGuide.module.css'

export interface LivingProps {
  /** Null is what the reader's system says. */
  scheme: 'light' | 'dark' | null
  /** Null is that of the page's language. */
  direction: 'ltr' | 'rtl' | null
  /** ISO instant at which the page was made. */
  now: string
}

const schemes = [null, 'light', 'dark'] as const
const directions = [null, 'ltr', 'rtl'] as const
const sections = [
  ['foundations', 'Foundations'],
  ['controls', 'Controls'],
  ['content', 'Content'],
] as const

/** Every component in every state. Languages, also the pseudo one, are chosen in the footer. */
export function Living({ scheme, direction, now }: LivingProps) {
  const hrefOf = (to: Partial<LivingProps>) => toHref({ scheme, direction, ...to })
  return (
    <div className={`${styles.page} ${scheme ? styles[scheme] : ''}`} dir={direction ?? undefined}>
      <header className={styles.head}>
        <h1>The living page</h1>
        <p className={styles.lead}>
          What teams compose, in every state it can be in. Hover with a pointer and walk with Tab for the states that
          only you can bring about.
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
      <section id="foundations" aria-labelledby="living-foundations">
        <h2 id="living-foundations">Foundations</h2>
        <Foundations />
      </section>
      <section id="controls" aria-labelledby="living-controls">
        <h2 id="living-controls">Controls</h2>
        <Controls />
      </section>
      <section id="content" aria-labelledby="living-content">
        <h2 id="living-content">Content</h2>
        <Content now={now} />
      </section>
    </div>
  )
}

function toHref({ scheme, direction }: Pick<LivingProps, 'scheme' | 'direction'>): string {
  const query = new URLSearchParams({ ...(scheme && { scheme }), ...(direction && { dir: direction }) })
  return query.size > 0 ? `/ui?${query}` : '/ui'
}

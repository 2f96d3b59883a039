import type { ReactNode } from 'react'
import styles from './Example.module.css'

interface ExampleProps {
  /** Name of the export. */
  name: string
  /** When to use it. */
  note: string
  children: ReactNode
}

export function Example({ name, note, children }: ExampleProps) {
  return (
    <section className={styles.specimen} id={name.toLowerCase()}>
      <div className={styles.words}>
        <h3>{name}</h3>
        <p className={styles.note}>{note}</p>
      </div>
      <div className={styles.states}>{children}</div>
    </section>
  )
}

interface StateProps {
  name: string
  /** Takes a whole row. */
  wide?: boolean
  children: ReactNode
}

export function State({ name, wide = false, children }: StateProps) {
  return (
    <div className={wide ? styles.wide : styles.state}>
      <p className={styles.name}>{name}</p>
      <div>{children}</div>
    </div>
  )
}

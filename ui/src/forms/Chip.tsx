import type { AnchorHTMLAttributes, InputHTMLAttributes, ReactNode } from 'react'
import { joinClasses } from '../join-classes.ts'
import styles from './Chip.module.css'

interface ChipProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'className'> {
  /** One of several with the same name, or each for itself. */
  type: 'radio' | 'checkbox'
  children: ReactNode
}

/** A small choice; a native control, so that forms, labels and arrow keys work by themselves. */
export function Chip({ children, ...control }: ChipProps) {
  return (
    <label className={styles.chip}>
      <input {...control} className={styles.control} />
      {children}
    </label>
  )
}

interface ChipLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  /** It is what the page shows now. */
  current?: boolean
}

/** The same as a way to another page. */
export function ChipLink({ current = false, children, ...rest }: ChipLinkProps) {
  return (
    <a
      {...rest}
      className={joinClasses(styles.chip, current && styles.current)}
      aria-current={current ? 'true' : undefined}
    >
      {children}
    </a>
  )
}

interface ChipsProps {
  id: string
  legend: string
  hint?: string
  error?: string | undefined
  children: ReactNode
}

/** Chips that belong to one question. A link to what is wrong leads to the question. */
export function Chips({ id, legend, hint, error, children }: ChipsProps) {
  const hintId = `${id}-hint`
  const errorId = `${id}-error`
  const describedBy = [hint && hintId, error && errorId].filter(Boolean).join(' ')
  return (
    <fieldset id={id} className={styles.chips} tabIndex={-1} aria-describedby={describedBy || undefined}>
      <legend className={styles.legend}>{legend}</legend>
      {hint && (
        <p id={hintId} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.row}>{children}</div>
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

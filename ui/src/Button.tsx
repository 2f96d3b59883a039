import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import styles from './Button.module.css'
import { HorizonLine } from './HorizonLine.tsx'
import { joinClasses } from './join-classes.ts'
import { useHydrated } from './use-hydrated.ts'

/** `action` is the one thing that matters on a page; `quiet` is everything else. */
type Kind = 'action' | 'quiet'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind
  busy?: boolean
  /** Does nothing without script, so it cannot be pressed before the part is hydrated. */
  needsScript?: boolean
}

export function Button({ kind = 'quiet', busy = false, needsScript, disabled, children, ...rest }: ButtonProps) {
  const asleep = !useHydrated() && needsScript === true
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(styles.button, styles[kind], asleep && styles.asleep)}
      disabled={asleep || busy || disabled === true}
      aria-busy={busy || undefined}
    >
      {children}
      {busy && <HorizonLine />}
    </button>
  )
}

interface ButtonLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  kind?: Kind
}

export function ButtonLink({ kind = 'quiet', children, ...rest }: ButtonLinkProps) {
  return (
    <a {...rest} className={joinClasses(styles.button, styles[kind])}>
      {children}
    </a>
  )
}

import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import { joinClasses } from '../join-classes.ts'
import { HorizonLine } from '../layout/HorizonLine.tsx'
import styles from './Button.module.css'

/** `action` is the one thing that matters on a page, `quiet` is everything else, `plain` looks like a link. */
type Kind = 'action' | 'quiet' | 'plain'

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: Kind
  busy?: boolean
}

export function Button({ kind = 'quiet', busy = false, disabled, children, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={joinClasses(styles.button, styles[kind])}
      disabled={busy || disabled === true}
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

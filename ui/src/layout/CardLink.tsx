import type { AnchorHTMLAttributes, Ref } from 'react'
import styles from './CardLink.module.css'

interface CardLinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> {
  href: string
  ref?: Ref<HTMLAnchorElement>
}

/** Fills whatever is `position: relative` around it; what can be done besides stands above, at `--z-raised`. */
export function CardLink(link: CardLinkProps) {
  return <a {...link} className={styles.link} />
}

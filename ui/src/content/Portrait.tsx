import styles from './Portrait.module.css'
import { LETTER_COLOUR, toInitials, toPortraitColours } from './portrait-colours.ts'

interface PortraitProps {
  name: string
  /** What tells people of the same name apart; the name unless given. */
  seed?: string
  size?: 'small' | 'large'
}

/** Initials under a small sun. Decoration: the name stands beside it. */
export function Portrait({ name, seed = name, size = 'small' }: PortraitProps) {
  const [sky, sun, land] = toPortraitColours(seed)
  const pixels = size === 'small' ? 44 : 88
  return (
    <svg className={styles.portrait} viewBox="0 0 44 44" width={pixels} height={pixels} aria-hidden="true">
      <path fill={sky} d="M0 0h44v44H0z" />
      <path fill={sun} d="M14 17a8 8 0 0 1 16 0z" />
      <path fill={land} d="M0 17h44v27H0z" />
      <text className={styles.initials} fill={LETTER_COLOUR} x="22" y="33" textAnchor="middle">
        {toInitials(name)}
      </text>
    </svg>
  )
}

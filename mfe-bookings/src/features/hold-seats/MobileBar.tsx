import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import { ButtonLink } from '@fernweh/ui/forms/Button'
import { type RefObject, useEffect, useState } from 'react'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './MobileBar.module.css'

interface MobileBarProps {
  sessions: SessionSeats[]
  /** The section the bar links to. */
  section: RefObject<HTMLElement | null>
}

/** On a phone the sessions are below the text: this bar links to them until they are scrolled into view. */
export function MobileBar({ sessions, section }: MobileBarProps) {
  const { t, locale } = useMessages()
  const isBelow = useIsBelow(section)
  const [cheapest] = [...sessions].sort((a, b) => a.price.amount - b.price.amount)
  if (!isBelow || !cheapest) return null
  return (
    <div className={styles.bar}>
      <p className={styles.price}>{t('hold-bar.price-from', { price: formatMoney(cheapest.price, locale) })}</p>
      <ButtonLink kind="action" href="#bookings-sessions">
        {t('hold-bar.choose')}
      </ButtonLink>
    </div>
  )
}

function useIsBelow(section: RefObject<HTMLElement | null>): boolean {
  const [isBelow, setBelow] = useState(false)
  useEffect(() => {
    if (!section.current) return
    const observer = new IntersectionObserver(([entry]) => {
      if (entry) setBelow(!entry.isIntersecting && entry.boundingClientRect.top > 0)
    })
    observer.observe(section.current)
    return () => observer.disconnect()
  }, [section])
  return isBelow
}

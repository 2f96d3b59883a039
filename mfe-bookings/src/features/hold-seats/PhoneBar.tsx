import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import { ButtonLink } from '@fernweh/ui/Button'
import { toPrice } from '@fernweh/ui/Price'
import { type RefObject, useEffect, useState } from 'react'
import { useMessages } from '../../use-messages.ts'
import styles from './PhoneBar.module.css'

interface PhoneBarProps {
  sessions: SessionSeats[]
  /** Where it leads. */
  section: RefObject<HTMLElement | null>
}

/** On a phone the sessions stand below the text: as long as they are still to come, this says so. */
export function PhoneBar({ sessions, section }: PhoneBarProps) {
  const { t, locale } = useMessages()
  const isAhead = useIsAhead(section)
  const [cheapest] = [...sessions].sort((a, b) => a.price.amount - b.price.amount)
  if (!isAhead || !cheapest) return null
  return (
    <div className={styles.bar}>
      <p className={styles.price}>{t('hold-bar.price-from', { price: toPrice(cheapest.price, locale) })}</p>
      <ButtonLink kind="action" href="#bookings-sessions">
        {t('hold-bar.choose')}
      </ButtonLink>
    </div>
  )
}

function useIsAhead(section: RefObject<HTMLElement | null>): boolean {
  const [isAhead, setAhead] = useState(false)
  useEffect(() => {
    if (!section.current) return
    const watch = new IntersectionObserver(([entry]) => {
      if (entry) setAhead(!entry.isIntersecting && entry.boundingClientRect.top > 0)
    })
    watch.observe(section.current)
    return () => watch.disconnect()
  }, [section])
  return isAhead
}

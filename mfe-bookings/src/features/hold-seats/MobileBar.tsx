import { formatMoney } from '@fernweh/contracts/browser/money-format'
import type { SessionSeats } from '@fernweh/contracts/feeds/bookings'
import { Price } from '@fernweh/ui/content/Price'
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
  const { t } = useMessages()
  const isBelow = useIsBelow(section)
  if (!isBelow || sessions.length === 0) return null
  return (
    <div className={styles.bar}>
      <p className={styles.price}>
        <LowestPrice sessions={sessions} />
      </p>
      <ButtonLink kind="action" href="#bookings-sessions">
        {t('hold-bar.choose')}
      </ButtonLink>
    </div>
  )
}

/** Exported for its test. */
export function LowestPrice({ sessions }: Pick<MobileBarProps, 'sessions'>) {
  const { t, locale } = useMessages()
  const prices = sessions.map(({ price }) => price).sort((a, b) => a.amount - b.amount)
  const [lowest, highest] = [prices[0], prices.at(-1)]
  if (!lowest || !highest) return null
  if (highest.amount === 0) return <Price price={lowest} />
  if (lowest.amount === 0) return t('hold-bar.some-free')
  return t('hold-bar.price-from', { price: formatMoney(lowest, locale) })
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

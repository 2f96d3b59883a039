import { Cards } from '../layout/Cards.tsx'
import { VisuallyHidden } from '../layout/VisuallyHidden.tsx'
import { useMessages } from '../use-messages.ts'
import styles from './Skeleton.module.css'

interface SkeletonProps {
  of: 'cards' | 'rows' | 'reviews'
  count: number
}

/** What is on its way, in the sizes it will have: lines as high as its lines, so that nothing moves when it comes. */
export function Skeleton({ of, count }: SkeletonProps) {
  const { t } = useMessages()
  const one = shapes[of]
  const items = Array.from({ length: count }, (_, at) => at)
  return (
    <>
      <VisuallyHidden>{t('ui.loading')}</VisuallyHidden>
      <div aria-hidden="true">
        {of === 'cards' ? (
          <Cards>
            {items.map((at) => (
              <li key={at}>{one}</li>
            ))}
          </Cards>
        ) : (
          <div className={styles[of]}>
            {items.map((at) => (
              <div key={at}>{one}</div>
            ))}
          </div>
        )}
      </div>
    </>
  )
}

const shapes = {
  cards: (
    <div className={styles.card}>
      <span className={styles.picture} />
      <span className={styles.small} />
      <span className={styles.title} />
      <span className={styles.line} />
      <span className={styles.half} />
      <span className={styles.small} />
    </div>
  ),
  rows: <span className={styles.row} />,
  reviews: (
    <div className={styles.card}>
      <span className={styles.half} />
      <span className={styles.line} />
      <span className={styles.line} />
      <span className={styles.small} />
    </div>
  ),
}

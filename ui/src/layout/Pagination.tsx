import { useMessages } from '../use-messages.ts'
import styles from './Pagination.module.css'

interface PaginationProps {
  /** From 1. */
  page: number
  pages: number
  hrefOf: (page: number) => string
}

/** Plain links to the pages before and after, the first, the last and the neighbours. Nothing where all is on one page. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const { t } = useMessages()
  if (pages <= 1) return null
  return (
    <nav className={styles.pages} aria-label={t('ui.pages.label')}>
      {page > 1 && (
        <a className={styles.step} href={hrefOf(page - 1)} rel="prev">
          {t('ui.pages.previous')}
        </a>
      )}
      <p className={styles.where}>{t('ui.pages.current', { page, pages })}</p>
      <ol className={styles.numbers}>
        {toShownPages(page, pages).map((number, at, shown) => (
          <li key={number} className={number - (shown[at - 1] ?? number - 1) > 1 ? styles.gap : undefined}>
            <a
              className={styles.number}
              href={hrefOf(number)}
              aria-label={t('ui.pages.page', { page: number })}
              aria-current={number === page ? 'page' : undefined}
            >
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a className={styles.step} href={hrefOf(page + 1)} rel="next">
          {t('ui.pages.next')}
        </a>
      )}
    </nav>
  )
}

export function toShownPages(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages)
  return [...new Set(wanted)].sort((a, b) => a - b)
}

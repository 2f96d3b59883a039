import type { FindData } from '@fernweh/contracts/fragments/search'
import { Announcement } from '@fernweh/ui/feedback/Notice'
import { Suspense, useEffect, useRef } from 'react'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { CategoryFilter } from './CategoryFilter.tsx'
import { Filters } from './Filters.tsx'
import styles from './FindExperiences.module.css'
import { Results } from './Results.tsx'
import { useHeading, useTitle } from './use-heading.ts'
import { useSearch } from './use-search.ts'

export function FindExperiences({ first, host }: { first: FindData; host: TeamHost }) {
  const { t } = useMessages()
  const root = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { data, busy } = useSearch(host, first, root)
  const { search, total, holds } = data
  const count = t('find.count', { count: total })
  const title = useTitle(data)

  const lastShown = useRef(first)
  useEffect(() => {
    const before = lastShown.current
    lastShown.current = data
    if (data === before) return
    document.title = title
    // The clicked element may have been removed, and another page of results is read from its top.
    const isFocusLost = document.activeElement === document.body || document.activeElement === null
    if (isFocusLost || data.page !== before.page) heading.current?.focus()
  }, [data, title])

  return (
    <div ref={root} className={styles.find}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {useHeading(data)}
      </h1>
      <Filters data={data} />
      <CategoryFilter search={search} categories={data.categories} />
      {/* The filters become interactive before the cards. */}
      <Suspense>
        <Results data={data} busy={busy} host={host} />
      </Suspense>
      <Announcement>{total > 0 && holds === 'some' ? `${t('find.some-words')} ${count}` : count}</Announcement>
    </div>
  )
}

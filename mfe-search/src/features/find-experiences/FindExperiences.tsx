import type { FindData } from '@fernweh/contracts/fragments/search'
import type { Host } from '@fernweh/kit/browser/host'
import { Announcement } from '@fernweh/ui/Notice'
import { Suspense, useEffect, useRef } from 'react'
import { useMessages } from '../../use-messages.ts'
import { Filters } from './Filters.tsx'
import styles from './FindExperiences.module.css'
import { Kinds } from './Kinds.tsx'
import { Results } from './Results.tsx'
import { useFind } from './use-find.ts'
import { useHeading, useTitle } from './use-heading.ts'

export function FindExperiences({ first, host }: { first: FindData; host: Host }) {
  const { t } = useMessages()
  const root = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const { data, busy } = useFind(host, first, root)
  const { search, total } = data
  const title = useTitle(search)

  const shown = useRef(first)
  useEffect(() => {
    const before = shown.current
    shown.current = data
    if (data === before) return
    document.title = title
    // What was clicked may be gone, and another page of results begins at its top.
    const isGone = document.activeElement === document.body || document.activeElement === null
    if (isGone || data.page !== before.page) heading.current?.focus()
  }, [data, title])

  return (
    <div ref={root} className={styles.find}>
      <h1 ref={heading} tabIndex={-1} className={styles.title}>
        {useHeading(search)}
      </h1>
      <Filters data={data} />
      <Kinds search={search} categories={data.categories} />
      {/* The filters answer before the cards do. */}
      <Suspense>
        <Results data={data} busy={busy} host={host} />
      </Suspense>
      <Announcement>{t('find.count', { count: total })}</Announcement>
    </div>
  )
}

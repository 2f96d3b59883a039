import type { FindData } from '@fernweh/contracts/parts/search'
import type { Host } from '@fernweh/kit/browser/host'
import { ListingCard } from './ListingCard.tsx'
import styles from './Results.module.css'

export function Results({ q, total, found, host }: FindData & { host: Host }) {
  return (
    <section aria-labelledby="search-results">
      <div className={styles.heading}>
        <h2 id="search-results">{toHeading(q, total)}</h2>
        {found.length > 0 && found.length < total && <p>The first {found.length} are here.</p>}
        {q !== '' && <a href="/">See everything</a>}
      </div>
      {found.length === 0 && (
        <p className={styles.empty}>
          {q === ''
            ? 'No experiences are published yet. They appear here as soon as a host publishes one.'
            : 'Perhaps under another word: a city, a dish, a craft.'}
        </p>
      )}
      <ul className={styles.grid}>
        {found.map((listing) => (
          <li key={listing.feed}>
            <ListingCard listing={listing} host={host} />
          </li>
        ))}
      </ul>
    </section>
  )
}

export function toHeading(q: string, total: number): string {
  if (q === '') return 'Coming up'
  return total === 0 ? `Nothing yet for “${q}”` : `${total} for “${q}”`
}

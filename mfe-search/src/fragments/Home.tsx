import type { HomeData } from '@fernweh/contracts/fragments/search'
import type { FragmentProps } from '@fernweh/kit/browser/host'
import { Suspense } from 'react'
import { Opening } from '../features/wander/Opening.tsx'
import { Places } from '../features/wander/Places.tsx'
import { Shelves } from '../features/wander/Shelves.tsx'
import styles from './Home.module.css'

export function Home({ data, host }: FragmentProps<HomeData>) {
  return (
    <div className={styles.home}>
      <Opening categories={data.categories} cities={data.cities} />
      {/* The box answers first; what stands below comes to life after it, piece by piece. */}
      <Suspense>
        <Shelves {...data} host={host} />
      </Suspense>
      <Suspense>
        <Places {...data} />
      </Suspense>
    </div>
  )
}

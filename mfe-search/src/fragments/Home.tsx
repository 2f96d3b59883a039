import type { HomeData } from '@fernweh/contracts/fragments/search'
import { Suspense } from 'react'
import { BrowseByCategory } from '../features/home/BrowseByCategory.tsx'
import { BrowseByCity } from '../features/home/BrowseByCity.tsx'
import { HomeCarousels } from '../features/home/HomeCarousels.tsx'
import { OtherLanguages } from '../features/home/OtherLanguages.tsx'
import { SearchHero } from '../features/home/SearchHero.tsx'
import type { TeamFragmentProps } from '../host.ts'
import styles from './Home.module.css'

export function Home({ data, host }: TeamFragmentProps<HomeData>) {
  return (
    <div className={styles.home}>
      <SearchHero categories={data.categories} cities={data.cities} />
      {/* The search form becomes interactive first, the sections below it one after another. */}
      <Suspense>
        <HomeCarousels {...data} host={host} />
        <OtherLanguages />
      </Suspense>
      <Suspense>
        <BrowseByCategory categories={data.categories} />
        <BrowseByCity cities={data.cities} pictured={data.pictured} />
      </Suspense>
    </div>
  )
}

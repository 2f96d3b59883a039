import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Experience } from '@fernweh/contracts/feeds/search'
import type { Host } from '@fernweh/kit/browser/host'
import { useFeed } from '@fernweh/kit/browser/use-feed'
import { Landscape } from '@fernweh/ui/Landscape'
import { Price } from '@fernweh/ui/Price'
import { Rating } from '@fernweh/ui/Rating'
import { type ReactNode, useEffect } from 'react'
import { toDuration } from '../../duration.ts'
import { sceneOf } from '../../scene.ts'
import styles from './Details.module.css'

interface DetailsProps {
  experience: Versioned<Experience>
  host: Host
  children: ReactNode
}

export function Details({ experience, host, children }: DetailsProps) {
  const { data } = useFeed(host, experience)
  const { experienceId } = data
  useEffect(() => host.bus.emit('search:experience-opened', { experienceId }), [host, experienceId])
  return (
    <article className={styles.details}>
      <div className={styles.picture}>
        <Landscape seed={experienceId} scene={sceneOf(data.category)} />
      </div>
      <header className={styles.header}>
        <p className={styles.soft}>{`${data.city} · ${data.category}`}</p>
        <h1 className={styles.title}>{data.title}</h1>
        <Rating {...data.rating} />
      </header>
      <p className={styles.summary}>{data.summary}</p>
      <Facts experience={data} locale={host.locale} />
      {children}
      <div className={styles.description}>
        {data.description.split(/\n{2,}/).map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </div>
    </article>
  )
}

function Facts({ experience, locale }: { experience: Experience; locale: string }) {
  const { price, durationMinutes, languages } = experience
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const spoken = languages.map((language) => names.of(language) ?? language)
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Price</dt>
        <dd>
          <Price price={price} /> a person
        </dd>
      </div>
      <div>
        <dt>Takes</dt>
        <dd>{toDuration(durationMinutes)}</dd>
      </div>
      <div>
        <dt>Held in</dt>
        <dd suppressHydrationWarning>{spoken.join(', ')}</dd>
      </div>
    </dl>
  )
}

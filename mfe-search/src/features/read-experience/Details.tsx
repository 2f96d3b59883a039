import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { ExperienceText } from '@fernweh/contracts/events/catalog'
import type { Versioned } from '@fernweh/contracts/feeds/feed'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { usePageAddress } from '@fernweh/kit/browser/host/page-address'
import { useFeed } from '@fernweh/kit/browser/realtime/use-feed'
import { Picture } from '@fernweh/ui/content/Picture'
import { Rating } from '@fernweh/ui/content/Rating'
import { useEffect } from 'react'
import { localizedText } from '../../experience-card/localized-text.ts'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import { toSearchUrl } from '../../search-form/search-url.ts'
import styles from './Details.module.css'
import { Facts } from './Facts.tsx'
import { TranslationNote } from './TranslationNote.tsx'

interface DetailsProps {
  experience: Versioned<Experience>
  hostName: string | null
  /** Path and query. */
  page: string
  /** Shows the text as its host wrote it, also where a translation exists. */
  inOriginal: boolean
  host: TeamHost
}

export function Details({ experience, hostName, page, inOriginal, host }: DetailsProps) {
  const { t, locale } = useMessages()
  const { data } = useFeed(host, experience)
  const { experienceId, category, city } = data
  useEffect(() => host.bus.emit('search:experience-opened', { experienceId }), [host, experienceId])
  const { text, attributes } = localizedText<ExperienceText, Experience>(
    inOriginal ? { ...data, translations: {} } : data,
    locale,
  )
  return (
    <article className={styles.details}>
      <div className={styles.picture} data-picture={experienceId}>
        <Picture
          picture={data.picture}
          alt=""
          sizes="(min-width: 84rem) 48rem, (min-width: 60rem) calc(92vw - 28rem), 66vw"
          priority
        />
      </div>
      <header className={styles.header}>
        <p className={styles.soft}>
          <a href={toSearchUrl({ city })}>{cityIn(data, locale)}</a> ·{' '}
          <a href={toSearchUrl({ category })}>{t(`category.${category}`)}</a>
        </p>
        <h1 className={styles.title} {...attributes}>
          {text.title}
        </h1>
        <Rating {...data.rating} />
      </header>
      <p className={styles.summary} {...attributes}>
        {text.summary}
      </p>
      <Facts experience={data} hostName={hostName} />
      <div className={styles.description}>
        <div className={styles.description} {...attributes}>
          {text.description.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </div>
        <TranslationNote experience={data} page={usePageAddress(host, page)} inOriginal={inOriginal} />
      </div>
    </article>
  )
}

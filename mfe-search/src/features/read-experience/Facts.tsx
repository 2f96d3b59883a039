import { cityIn } from '@fernweh/contracts/browser/city-names'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { Duration } from '@fernweh/ui/content/Duration'
import { PlaceName } from '@fernweh/ui/content/PlaceName'
import { usePriceText } from '@fernweh/ui/content/Price'
import { ValueChange } from '@fernweh/ui/content/ValueChange'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './Details.module.css'

export function Facts({ experience, hostName }: { experience: Experience; hostName: string | null }) {
  const { t, locale } = useMessages()
  const toPriceText = usePriceText()
  const { price, durationMinutes, languages, country, place } = experience
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const languageNames = languages.map((tag) => toLanguageName(names, tag))
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('details.price')}</dt>
        <dd>
          <ValueChange>{toPriceText(price)}</ValueChange>
          {price.amount > 0 && <span className={styles.soft}> {t('card.per-person')}</span>}
        </dd>
      </div>
      <div>
        <dt>{t('details.duration')}</dt>
        <dd>
          <Duration minutes={durationMinutes} />
        </dd>
      </div>
      {hostName !== null && (
        <div>
          <dt>{t('details.host')}</dt>
          <dd>
            <bdi>{hostName}</bdi>
          </dd>
        </div>
      )}
      <div>
        <dt>{t('details.languages')}</dt>
        <dd suppressHydrationWarning>{new Intl.ListFormat(locale, { type: 'unit' }).format(languageNames)}</dd>
      </div>
      <div>
        <dt>{t('details.location')}</dt>
        <dd>
          <PlaceName city={cityIn(experience, locale)} country={country} place={place} />
        </dd>
      </div>
      <div>
        <dt>{t('details.cancellation')}</dt>
        <dd>{t('details.free-cancellation')}</dd>
      </div>
    </dl>
  )
}

/** Older experiences may have tags that are not languages; those are shown as they are. */
function toLanguageName(names: Intl.DisplayNames, tag: string): string {
  try {
    return names.of(tag) ?? tag
  } catch {
    return tag
  }
}

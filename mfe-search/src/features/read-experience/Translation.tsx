import { languageOf } from '@fernweh/contracts/browser/languages'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { useMessages } from '../../use-messages.ts'
import styles from './Details.module.css'

interface TranslationProps {
  experience: Pick<Experience, 'experienceId' | 'language' | 'translations'>
  inOriginal: boolean
}

/** Says in which language the words above were written, with a way to the other ones. */
export function Translation({ experience: { experienceId, language, translations }, inOriginal }: TranslationProps) {
  const { t, locale } = useMessages()
  const page = languageOf(locale)
  if (page === language) return null
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const original = names.of(language) ?? language
  const own = names.of(page) ?? page
  const href = `/e/${experienceId}`
  if (translations[page] === undefined)
    return (
      <p className={styles.note} suppressHydrationWarning>
        {t('details.original-only', { original })}
      </p>
    )
  return (
    <p className={styles.note} suppressHydrationWarning>
      {inOriginal ? t('details.original-only', { original }) : t('details.translated', { language: own, original })}{' '}
      {inOriginal ? (
        <a href={href}>{t('details.show-translated', { language: own })}</a>
      ) : (
        <a href={`${href}?original`}>{t('details.show-original')}</a>
      )}
    </p>
  )
}

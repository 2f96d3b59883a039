import { languageOf } from '@fernweh/contracts/browser/languages'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './Details.module.css'

interface TranslationNoteProps {
  experience: Pick<Experience, 'experienceId' | 'language' | 'translations'>
  inOriginal: boolean
}

/** Names the language of the original text and links to the other version, if there is one. */
export function TranslationNote({
  experience: { experienceId, language, translations },
  inOriginal,
}: TranslationNoteProps) {
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

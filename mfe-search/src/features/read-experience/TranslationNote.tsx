import { languageOf } from '@fernweh/contracts/browser/languages'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import type { Experience } from '@fernweh/contracts/feeds/search'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './Details.module.css'

interface TranslationNoteProps {
  experience: Pick<Experience, 'language' | 'translations'>
  /** Path and query. */
  page: string
  inOriginal: boolean
}

/** Names the language of the original text and links to the other version, if there is one. */
export function TranslationNote({ experience: { language, translations }, page, inOriginal }: TranslationNoteProps) {
  const { t, locale } = useMessages()
  const reader = languageOf(locale)
  if (reader === language) return null
  const names = new Intl.DisplayNames(locale, { type: 'language' })
  const original = names.of(language) ?? language
  const own = names.of(reader) ?? reader
  if (translations[reader] === undefined)
    return (
      <p className={styles.note} suppressHydrationWarning>
        {t('details.original-only', { original })}
      </p>
    )
  return (
    <p className={styles.note} suppressHydrationWarning>
      {inOriginal ? t('details.original-only', { original }) : t('details.translated', { language: own, original })}{' '}
      {inOriginal ? (
        <a href={withQuery(page, { original: null })}>{t('details.show-translated', { language: own })}</a>
      ) : (
        <a href={withQuery(page, { original: '1' })}>{t('details.show-original')}</a>
      )}
    </p>
  )
}

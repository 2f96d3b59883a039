import { languageOf, languages } from '@fernweh/contracts/browser/languages'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './OtherLanguages.module.css'

/** Buttons to switch the language, each labelled in its own language. */
export function OtherLanguages() {
  const { t, locale } = useMessages()
  const others = languages.filter((language) => language !== languageOf(locale))
  return (
    <form className={styles.form} method="post" action="/language" aria-label={t('home.languages')}>
      <input type="hidden" name="back" value="/" />
      {others.map((language) => (
        <button key={language} className={styles.button} type="submit" name="language" value={language} lang={language}>
          {new Intl.DisplayNames(language, { type: 'language' }).of(language)}
        </button>
      ))}
    </form>
  )
}

import { Stars } from '../content/Rating.tsx'
import { useMessages } from '../use-messages.ts'
import styles from './RatingField.module.css'

interface RatingFieldProps {
  name: string
  legend: string
  /** Words for one to five, worst first. */
  words: readonly [string, string, string, string, string]
  error?: string | undefined
}

/** One to five as plain radio buttons: arrow keys, labels and forms work by themselves. */
export function RatingField({ name, legend, words, error }: RatingFieldProps) {
  const { t } = useMessages()
  return (
    <fieldset className={styles.field}>
      <legend>{legend}</legend>
      {[5, 4, 3, 2, 1].map((value) => (
        <label key={value} className={styles.choice}>
          <input type="radio" name={name} value={value} required />
          <Stars value={value} words={t('ui.rating.stars', { stars: value })} />
          <span>{words[value - 1]}</span>
        </label>
      ))}
      <p className={styles.error} aria-live="polite">
        {error}
      </p>
    </fieldset>
  )
}

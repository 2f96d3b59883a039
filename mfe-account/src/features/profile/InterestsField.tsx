import type { FieldOfForm } from '../../forms/use-form.ts'
import { INTERESTS, useInterestName } from './choices.ts'
import styles from './InterestsField.module.css'

interface InterestsFieldProps extends FieldOfForm {
  chosen: string[]
}

export function InterestsField({ id, name, label, error, chosen }: InterestsFieldProps) {
  const interestName = useInterestName()
  const errorId = `${id}-error`
  return (
    <fieldset id={id} tabIndex={-1} aria-describedby={error && errorId}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.choices}>
        {[...new Set([...INTERESTS, ...chosen])].map((interest) => (
          <label key={interest} className={styles.choice}>
            <input type="checkbox" name={name} value={interest} defaultChecked={chosen.includes(interest)} />
            {interestName(interest)}
          </label>
        ))}
      </div>
      {error && (
        <p id={errorId} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

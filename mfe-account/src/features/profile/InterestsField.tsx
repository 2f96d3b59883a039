import { interests, withStored } from './choices.ts'
import styles from './InterestsField.module.css'

interface InterestsFieldProps {
  chosen: string[]
  error: string | undefined
}

export function InterestsField({ chosen, error }: InterestsFieldProps) {
  return (
    <fieldset aria-describedby={error && 'profile-interests-error'}>
      <legend className={styles.legend}>What draws you</legend>
      <div className={styles.choices}>
        {withStored(interests, ...chosen).map(([value, words]) => (
          <label key={value} className={styles.choice}>
            <input type="checkbox" name="interests" value={value} defaultChecked={chosen.includes(value)} />
            {words}
          </label>
        ))}
      </div>
      {error && (
        <p id="profile-interests-error" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  )
}

import { Field } from '@fernweh/ui/Field'
import styles from './PartySize.module.css'

const MOST = 20
const sizes = Array.from({ length: MOST }, (_, at) => at + 1)

/** The party's size is chosen elsewhere on the page and heard here. Where no script can hear, it is chosen here. */
export function PartySize({ seats }: { seats: number }) {
  return (
    <div className={styles.size}>
      <Field
        id="bookings-seats"
        label="How many people?"
        hint={`Prices above are for ${seats}. You see yours before you pay.`}
      >
        {(control) => (
          <select {...control} key={seats} name="seats" defaultValue={seats}>
            {sizes.map((size) => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
          </select>
        )}
      </Field>
    </div>
  )
}

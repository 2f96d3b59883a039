import { Select } from '@fernweh/ui/Select'
import { useMessages } from '../../use-messages.ts'
import styles from './PartySize.module.css'

const MOST = 20
const sizes = Array.from({ length: MOST }, (_, at) => String(at + 1)).map((size) => [size, size] as const)

/** The party's size is chosen elsewhere on the page and heard here. Where no script can hear, it is chosen here. */
export function PartySize({ seats }: { seats: number }) {
  const { t } = useMessages()
  return (
    <div className={styles.size}>
      <Select
        key={seats}
        id="bookings-seats"
        name="seats"
        label={t('party-size.label')}
        hint={t('party-size.hint', { seats })}
        choices={sizes}
        defaultValue={String(seats)}
      />
    </div>
  )
}

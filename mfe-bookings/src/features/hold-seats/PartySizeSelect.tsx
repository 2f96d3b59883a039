import { MAX_SEATS } from '@fernweh/contracts/browser/seats'
import { Select } from '@fernweh/ui/forms/Select'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './PartySizeSelect.module.css'

const sizes = Array.from({ length: MAX_SEATS }, (_, at) => String(at + 1)).map((size) => [size, size] as const)

/** Shown without script only; with script the party size comes from another fragment over the bus. */
export function PartySizeSelect({ seats }: { seats: number }) {
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

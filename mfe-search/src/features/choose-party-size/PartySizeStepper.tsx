import { MAX_SEATS } from '@fernweh/contracts/browser/seats'
import { Stepper } from '@fernweh/ui/forms/Stepper'
import { useEffect, useState } from 'react'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

/** Publishes the party size on the bus, starting with the default as soon as it is shown. */
export function PartySizeStepper({ experienceId, host }: { experienceId: string; host: TeamHost }) {
  const { t } = useMessages()
  const [seats, setSeats] = useState(2)
  useEffect(() => host.bus.emit('search:party-size-chosen', { experienceId, seats }), [host, experienceId, seats])
  return (
    <Stepper
      label={t('party-size.label')}
      unit={t('party-size.unit', { seats })}
      value={seats}
      min={1}
      max={MAX_SEATS}
      onChange={setSeats}
    />
  )
}

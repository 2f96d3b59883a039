import { MAX_SEATS } from '@fernweh/contracts/browser/seats'
import { withSessionChoice } from '@fernweh/contracts/browser/session-choice'
import type { PartySizeData } from '@fernweh/contracts/fragments/search'
import { changeAddress, currentPage } from '@fernweh/kit/browser/host/page-address'
import { Stepper } from '@fernweh/ui/forms/Stepper'
import { useEffect, useState } from 'react'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'

interface PartySizeStepperProps extends PartySizeData {
  host: TeamHost
}

/** Publishes the party size on the bus as soon as it is shown, and keeps a chosen one in the page's URL. */
export function PartySizeStepper({ experienceId, seats: requested, host }: PartySizeStepperProps) {
  const { t } = useMessages()
  const [seats, setSeats] = useState(requested)
  useEffect(() => host.bus.emit('search:party-size-chosen', { experienceId, seats }), [host, experienceId, seats])
  return (
    <Stepper
      label={t('party-size.label')}
      unit={t('party-size.unit', { seats })}
      fewer={t('party-size.fewer')}
      more={t('party-size.more')}
      value={seats}
      min={1}
      max={MAX_SEATS}
      onChange={(seats) => {
        setSeats(seats)
        changeAddress(host, withSessionChoice(currentPage(), { seats }))
      }}
    />
  )
}

import type { Host } from '@fernweh/kit/browser/host'
import { Stepper } from '@fernweh/ui/Stepper'
import { useEffect, useState } from 'react'
import { useMessages } from '../../use-messages.ts'

const MOST = 20

/** Tells whoever listens how many are coming, from the moment it is shown. */
export function PartySize({ experienceId, host }: { experienceId: string; host: Host }) {
  const { t } = useMessages()
  const [seats, setSeats] = useState(2)
  useEffect(() => host.bus.emit('search:party-size-chosen', { experienceId, seats }), [host, experienceId, seats])
  return (
    <Stepper
      label={t('party-size.label')}
      unit={t('party-size.unit', { seats })}
      value={seats}
      min={1}
      max={MOST}
      onChange={setSeats}
    />
  )
}

import type { Host } from '@fernweh/kit/browser/host'
import { Stepper } from '@fernweh/ui/Stepper'
import { useEffect, useState } from 'react'

const MOST = 20

/** Tells whoever listens how many are coming, from the moment it is shown. */
export function PartySize({ experienceId, host }: { experienceId: string; host: Host }) {
  const [seats, setSeats] = useState(2)
  useEffect(() => host.bus.emit('search:party-size-chosen', { experienceId, seats }), [host, experienceId, seats])
  const unit = seats === 1 ? 'person' : 'people'
  return <Stepper label="How many are you?" unit={unit} value={seats} min={1} max={MOST} onChange={setSeats} />
}

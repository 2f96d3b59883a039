import type { nearestCity } from '@fernweh/contracts/api/search'
import { Button } from '@fernweh/ui/forms/Button'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { useState } from 'react'
import type { TeamHost } from '../../host.ts'
import { useMessages } from '../../messages/use-messages.ts'
import styles from './NearMeButton.module.css'

type NearMeError = 'denied' | 'failed' | 'no-city'

/** Asks the browser for a position when it is pressed, and shows experiences near the closest city. */
export function NearMeButton({ host }: { host: TeamHost }) {
  const { t } = useMessages()
  const isSupported = useHydrated() && 'geolocation' in navigator
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<NearMeError | null>(null)

  async function showNearestCity() {
    setBusy(true)
    setError(null)
    const nearest = await findNearestCity(host).catch((fault) => (isDenied(fault) ? 'denied' : 'failed'))
    setBusy(false)
    if (typeof nearest === 'string') setError(nearest)
    else location.assign(`/?${new URLSearchParams({ near: nearest.city })}`)
  }

  return (
    <div className={styles.near}>
      <div className={isSupported ? styles.visible : styles.hidden}>
        <Button kind="plain" busy={busy} onClick={showNearestCity}>
          {t('near-me.button')}
        </Button>
      </div>
      <p className={styles.status} role="status">
        {error && t(`near-me.${error}`)}
      </p>
    </div>
  )
}

async function findNearestCity(host: TeamHost): Promise<{ city: string } | 'no-city'> {
  const { latitude, longitude } = await readPosition()
  const query = { latitude: toTenth(latitude), longitude: toTenth(longitude) }
  const answer = await host.api<typeof nearestCity>('GET /nearest-city', { query })
  if ('refused' in answer) throw new Error('GET /nearest-city has no refusals')
  return answer.city === null ? 'no-city' : answer
}

/** A coarse, possibly cached position is enough to find a city. */
function readPosition(): Promise<GeolocationCoordinates> {
  const options = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 }
  return new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, options),
  )
}

/** Rounds to about 11 km, so that no exact position leaves the browser. */
const toTenth = (degrees: number) => Math.round(degrees * 10) / 10

const isDenied = (fault: unknown) => Object(fault).code === GeolocationPositionError.PERMISSION_DENIED

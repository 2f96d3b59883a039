import type { nearestCity } from '@fernweh/contracts/api/search'
import type { Host } from '@fernweh/kit/browser/host'
import { Button } from '@fernweh/ui/Button'
import { useHydrated } from '@fernweh/ui/use-hydrated'
import { useState } from 'react'
import { useMessages } from '../../use-messages.ts'
import styles from './NearMe.module.css'

type NearMeError = 'denied' | 'failed' | 'no-city'

/** For those whose browser may say where they are; it is asked when they press, not before. */
export function NearMe({ host }: { host: Host }) {
  const { t } = useMessages()
  const canAsk = useHydrated() && 'geolocation' in navigator
  const [busy, setBusy] = useState(false)
  const [said, setSaid] = useState<NearMeError | null>(null)

  async function goNear() {
    setBusy(true)
    setSaid(null)
    const found = await findNear(host).catch((fault) => (isDenied(fault) ? 'denied' : 'failed'))
    setBusy(false)
    if (typeof found === 'string') setSaid(found)
    else location.assign(`/?${new URLSearchParams({ near: found.city })}`)
  }

  return (
    <div className={styles.near}>
      <div className={canAsk ? styles.there : styles.absent}>
        <Button kind="plain" busy={busy} onClick={goNear}>
          {t('near-me.button')}
        </Button>
      </div>
      <p className={styles.said} role="status">
        {said && t(`near-me.${said}`)}
      </p>
    </div>
  )
}

async function findNear(host: Host): Promise<{ city: string } | 'no-city'> {
  const { latitude, longitude } = await askBrowser()
  const query = { latitude: toTenth(latitude), longitude: toTenth(longitude) }
  const answer = await host.api<typeof nearestCity>('GET /nearest-city', { query })
  if ('refused' in answer) throw new Error('nothing is refused here')
  return answer.city === null ? 'no-city' : answer
}

/** Cheaply and soon: a city is wide. */
function askBrowser(): Promise<GeolocationCoordinates> {
  const wishes = { enableHighAccuracy: false, timeout: 10_000, maximumAge: 600_000 }
  return new Promise((resolve, reject) =>
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve(coords), reject, wishes),
  )
}

/** About 11 km: nobody learns more of where somebody is than the city needs. */
const toTenth = (degrees: number) => Math.round(degrees * 10) / 10

const isDenied = (fault: unknown) => Object(fault).code === GeolocationPositionError.PERMISSION_DENIED

export interface Place {
  latitude: number
  longitude: number
}

const EARTH_KM = 6371
const RADIAN = Math.PI / 180

/** Kilometres on a sphere (haversine). */
export function toKilometres(a: Place, b: Place): number {
  const half = (degrees: number) => Math.sin((degrees * RADIAN) / 2) ** 2
  const across = Math.cos(a.latitude * RADIAN) * Math.cos(b.latitude * RADIAN)
  const share = half(b.latitude - a.latitude) + across * half(b.longitude - a.longitude)
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(share)))
}

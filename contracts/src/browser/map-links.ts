/** A point on the earth, in degrees. */
export interface Place {
  latitude: number
  longitude: number
}

/** Pages of OpenStreetMap: no key, and nothing is loaded from there before somebody follows the link. */
export function toMapUrl({ latitude, longitude }: Place): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`
}

export function toDirectionsUrl({ latitude, longitude }: Place): string {
  return `https://www.openstreetmap.org/directions?to=${latitude}%2C${longitude}`
}

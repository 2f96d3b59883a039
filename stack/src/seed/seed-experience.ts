import type { importExperiences } from '@fernweh/contracts/api/catalog'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import type { City, ReviewText } from './cities.ts'

type ImportedExperience = BodyOf<typeof importExperiences>['experiences'][number]
type CityExperience = City['experiences'][number]

export interface SeedExperience {
  /** The row that catalog imports, without its sessions. */
  entry: Omit<ImportedExperience, 'sessions'>
  /** Local times at which it begins on each of its days. */
  starts: string[]
  /** ISO weekdays. */
  days: number[]
  capacity: number
  /** Reviews that fit no other experience. */
  reviews: ReviewText[]
  hostName: string
}

export function toSeedExperiences({ experiences, hosts, place: _, currency, ...location }: City): SeedExperience[] {
  return experiences.map((experience) => ({
    entry: toEntry(experience, location, currency),
    starts: experience.starts,
    days: experience.days,
    capacity: experience.capacity,
    reviews: experience.reviews,
    hostName: hosts.find((host) => host.id === experience.host)?.name ?? '',
  }))
}

function toEntry(
  { id, host, minutes, price, starts: _, days: __, capacity: ___, reviews: ____, ...text }: CityExperience,
  location: Pick<City, 'city' | 'country' | 'zone'>,
  currency: string,
): SeedExperience['entry'] {
  const entry = { experienceId: id, hostId: host, durationMinutes: minutes, language: 'en', ...text, ...location }
  return { ...entry, price: { amount: Math.round(price * 10 ** fractionDigitsOf(currency)), currency } }
}

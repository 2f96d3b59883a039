import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { nearestCity } from '@fernweh/contracts/api/search'
import { type Place, toKilometres } from '../domain/distance.ts'
import { soonestSession } from '../domain/experience.ts'
import type { Experiences } from './experiences.ts'

/** A day trip. */
const MAX_KM = 150

/** The city of the nearest experience that can be booked. */
export function findNearestCity(experiences: Experiences, here: Place, now: Date): AnswerOf<typeof nearestCity> {
  let city: string | null = null
  let least = MAX_KM
  for (const experience of experiences.published()) {
    const kilometres = toKilometres(here, experience.details.place)
    if (kilometres > least || soonestSession(experience, now.getTime()) === null) continue
    city = experience.details.city
    least = kilometres
  }
  return city === null ? { city } : { city, kilometres: Math.round(least) }
}

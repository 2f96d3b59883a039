import type { AnswerOf } from '@fernweh/contracts/api/operation'
import type { nearestCity } from '@fernweh/contracts/api/search'
import { type Place, toKilometres } from '../domain/distance.ts'
import { soonestSession } from '../domain/offer.ts'
import type { Offers } from './offers.ts'

/** An outing, there and back in a day. */
const WITHIN_KM = 150

/** The city of what is nearest of all that can be booked. */
export function nearest(offers: Offers, here: Place, now: Date): AnswerOf<typeof nearestCity> {
  let city: string | null = null
  let least = WITHIN_KM
  for (const offer of offers.published()) {
    const kilometres = toKilometres(here, offer.details.place)
    if (kilometres > least || soonestSession(offer, now.getTime()) === null) continue
    city = offer.details.city
    least = kilometres
  }
  return city === null ? { city } : { city, kilometres: Math.round(least) }
}

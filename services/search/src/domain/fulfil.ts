/** Which of a traveller's wishes an experience does not fulfil. */
import type { SearchFilters } from '@fernweh/contracts/api/search'
import { fractionDigitsOf } from '@fernweh/contracts/browser/money-format'
import { type FilterName, filterFields, filterNames } from '@fernweh/contracts/browser/search-filters'
import { toStartOfDay } from './local-day.ts'
import { anySession, type OfferedSession, type PublishedOffer, type SessionWish, soonestSession } from './offer.ts'
import { toNameKey } from './words.ts'

/** One bit each. The words are looked up in the index before. */
export const UNFULFILLED = { category: 1, city: 2, country: 4, price: 8, session: 16 } as const

export interface Fulfilment {
  /** The sum of what is not fulfilled; sessions are looked at only where at most one thing else is missing. */
  missing: number
  session: OfferedSession | null
}

export function createFulfil(wishes: Omit<SearchFilters, 'q'>, now: number): (offer: PublishedOffer) => Fulfilment {
  const { category, country, price, currency } = wishes
  const isCity = toIsCity(wishes.city)
  const wantsSession = wishes.from !== undefined || wishes.to !== undefined || wishes.seats !== undefined
  const sessionWishOf = toSessionWishes(wishes)
  const digits = currency === undefined ? 0 : fractionDigitsOf(currency)
  const most = price === undefined ? Number.POSITIVE_INFINITY : price * 10 ** digits

  return function fulfil(offer) {
    const { details } = offer
    let missing = 0
    if (category !== undefined && details.category !== category) missing += UNFULFILLED.category
    if (!isCity(details.city)) missing += UNFULFILLED.city
    if (country !== undefined && details.country !== country) missing += UNFULFILLED.country
    if (currency !== undefined && (details.price.currency !== currency || details.price.amount > most))
      missing += UNFULFILLED.price
    if ((missing & (missing - 1)) !== 0) return { missing: missing | UNFULFILLED.session, session: null }
    const session = soonestSession(offer, now, wantsSession ? sessionWishOf(details.zone) : anySession)
    if (wantsSession && session === null) missing += UNFULFILLED.session
    return { missing, session }
  }
}

/** Keys of names are made once for each name. */
function toIsCity(wanted: string | undefined): (city: string) => boolean {
  if (wanted === undefined) return () => true
  const key = toNameKey(wanted)
  const known = new Map<string, boolean>()
  return (city) => {
    const answer = known.get(city) ?? toNameKey(city) === key
    known.set(city, answer)
    return answer
  }
}

/** Days begin and end by the clock of the place: once for each zone. */
function toSessionWishes({ from, to, seats = 1 }: Omit<SearchFilters, 'q'>): (zone: string) => SessionWish {
  const known = new Map<string, SessionWish>()
  return (zone) => {
    const wish = known.get(zone) ?? {
      from: from === undefined ? anySession.from : toStartOfDay(from, zone),
      to: to === undefined ? anySession.to : toStartOfDay(to, zone, 1),
      seats,
    }
    known.set(zone, wish)
    return wish
  }
}

/** The wishes that are made. */
export function toMade(wishes: SearchFilters): FilterName[] {
  return filterNames.filter((wish) => filterFields[wish].some((field) => (wishes[field] ?? '') !== ''))
}

export function takeBack(wishes: SearchFilters, wish: FilterName): SearchFilters {
  const fields: readonly string[] = filterFields[wish]
  return { q: '', ...Object.fromEntries(Object.entries(wishes).filter(([field]) => !fields.includes(field))) }
}

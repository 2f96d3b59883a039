/**
 * A market as large as a country's: further dates of every experience of the small one, again and again, each time with another
 * guide, for a group of another size, from a meeting point nearby; what its text says of the thing itself stays true.
 */
import { experiencesOf, readCities, type SeedExperience } from './cities.ts'
import type { SeedPerson } from './people.ts'
import { person, travellers } from './people.ts'
import { type Random, randomOf } from './random.ts'
import { type SeedSession, upcomingSessions } from './sessions.ts'

/** In all, with those of the small market. */
export const LARGE = { experiences: 100_000, sessions: 1_000_000 }

const GROUPS = [
  { seats: 2, price: 1.6, title: 'for two', text: 'and there are only the two of you' },
  { seats: 4, price: 1.3, title: 'for four', text: 'and there are at most four of you' },
  { seats: 8, price: 1, title: 'in a small group', text: 'and there are at most eight of you' },
  { seats: 16, price: 0.8, title: 'in company', text: 'and there may be sixteen of you' },
]
const GUIDES = 400

/** Kilometres from the meeting point of the text, at most. */
const NEARBY_KM = 3
const KM_PER_DEGREE = 111

/** Their given and family names are those of travellers, put together otherwise. */
export function guides(): SeedPerson[] {
  const names = travellers.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')] : []))
  return Array.from({ length: GUIDES }, (_, nth) => {
    const given = names[nth % names.length]?.[0]
    const family = names[(nth * 7 + 3 + Math.floor(nth / names.length)) % names.length]?.at(-1)
    return person(`guide-${nth}`, `${given} ${family}`, 'Lisbon', { role: 'host' })
  })
}

export interface LargeOffer {
  offer: SeedExperience['offer']
  sessions: SeedSession[]
}

/** `missing`: how many experiences and sessions there are to be beyond the small market; the nth of them is always the same. */
export function createLargeMarket(missing: { experiences: number; sessions: number }) {
  const listed = readCities().flatMap(experiencesOf)
  const upcoming = listed.map((base) => upcomingSessions({ ...base, starts: base.starts.slice(0, 1) }))
  const hosts = guides()
  const sessionsBefore = (nth: number) => Math.floor((nth * missing.sessions) / missing.experiences)
  return function offerAt(nth: number): LargeOffer {
    const [at, variation] = [nth % listed.length, Math.floor(nth / listed.length)]
    const dates = spread(upcoming[at] as SeedSession[], sessionsBefore(nth + 1) - sessionsBefore(nth))
    return vary(listed[at] as SeedExperience, dates, variation, hosts[(nth + variation) % hosts.length] as SeedPerson)
  }
}

function vary({ offer }: SeedExperience, dates: SeedSession[], variation: number, guide: SeedPerson): LargeOffer {
  const group = GROUPS[variation % GROUPS.length] as (typeof GROUPS)[number]
  const experienceId = `${offer.experienceId}-${variation}`
  const priced = ({ amount, currency }: SeedSession['price']) => ({
    amount: Math.round(amount * group.price),
    currency,
  })
  return {
    offer: {
      ...offer,
      experienceId,
      hostId: guide.accountId,
      title: `${offer.title}, ${group.title} with ${guide.name.split(' ')[0]}`,
      description: `${offer.description}\n\nThese are further dates: ${guide.name} goes along as your guide, ${group.text}.`,
      translations: {},
      place: near(offer.place, randomOf(experienceId)),
      price: priced(offer.price),
    },
    sessions: dates.map(({ sessionId, startsAt, price }) => ({
      sessionId: `${experienceId}${sessionId.slice(offer.experienceId.length)}`,
      startsAt,
      capacity: group.seats,
      price: priced(price),
    })),
  }
}

function near({ latitude, longitude }: SeedExperience['offer']['place'], random: Random) {
  const [distance, direction] = [NEARBY_KM * random.next(), 2 * Math.PI * random.next()]
  const degrees = distance / KM_PER_DEGREE
  const narrowing = Math.max(0.1, Math.cos((latitude * Math.PI) / 180))
  const rounded = (value: number) => Math.round(value * 10_000) / 10_000
  return {
    latitude: rounded(latitude + degrees * Math.cos(direction)),
    longitude: rounded(longitude + (degrees * Math.sin(direction)) / narrowing),
  }
}

/** So many of the sessions, evenly over their weeks. */
function spread(sessions: SeedSession[], wanted: number): SeedSession[] {
  const number = Math.min(wanted, sessions.length)
  return Array.from(
    { length: number },
    (_, nth) => sessions[Math.floor((nth * sessions.length) / number)] as SeedSession,
  )
}

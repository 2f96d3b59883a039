/**
 * A market of a country's size: further dates of every experience of the small one, each variation with another guide, group
 * size and meeting point nearby.
 */
import { readCities } from './cities.ts'
import type { SeedPerson } from './people.ts'
import { person, travellers } from './people.ts'
import { randomOf, type SeedRandom } from './random.ts'
import { type SeedExperience, toSeedExperiences } from './seed-experience.ts'
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

/** The greatest distance from the original meeting point. */
const NEARBY_KM = 3
const KM_PER_DEGREE = 111

/** Their names combine given and family names of travellers. */
export function guides(): SeedPerson[] {
  const names = travellers.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')] : []))
  return Array.from({ length: GUIDES }, (_, nth) => {
    const given = names[nth % names.length]?.[0]
    const family = names[(nth * 7 + 3 + Math.floor(nth / names.length)) % names.length]?.at(-1)
    return person(`guide-${nth}`, `${given} ${family}`, 'Lisbon', { role: 'host' })
  })
}

export type LargeExperience = Pick<SeedExperience, 'entry'> & { sessions: SeedSession[] }

/** Returns a function of the nth experience beyond the small market; `missing` is how many there are to be. */
export function createLargeMarket(missing: { experiences: number; sessions: number }, now: Date) {
  const small = readCities().flatMap(toSeedExperiences)
  const upcoming = small.map((base) => upcomingSessions({ ...base, starts: base.starts.slice(0, 1) }, now))
  const hosts = guides()
  const sessionsBefore = (nth: number) => Math.floor((nth * missing.sessions) / missing.experiences)
  return function experienceAt(nth: number): LargeExperience {
    const [index, variation] = [nth % small.length, Math.floor(nth / small.length)]
    const dates = spread(upcoming[index] as SeedSession[], sessionsBefore(nth + 1) - sessionsBefore(nth))
    const guide = hosts[(nth + variation) % hosts.length] as SeedPerson
    return vary(small[index] as SeedExperience, dates, variation, guide)
  }
}

function vary({ entry }: SeedExperience, dates: SeedSession[], variation: number, guide: SeedPerson): LargeExperience {
  const group = GROUPS[variation % GROUPS.length] as (typeof GROUPS)[number]
  const experienceId = `${entry.experienceId}-${variation}`
  const toGroupPrice = ({ amount, currency }: SeedSession['price']) => ({
    amount: Math.round(amount * group.price),
    currency,
  })
  return {
    entry: {
      ...entry,
      experienceId,
      hostId: guide.accountId,
      title: `${entry.title}, ${group.title} with ${guide.name.split(' ')[0]}`,
      description: `${entry.description}\n\nThese are further dates: ${guide.name} goes along as your guide, ${group.text}.`,
      translations: {},
      place: near(entry.place, randomOf(experienceId)),
      price: toGroupPrice(entry.price),
    },
    sessions: dates.map(({ sessionId, startsAt, price }) => ({
      sessionId: `${experienceId}${sessionId.slice(entry.experienceId.length)}`,
      startsAt,
      capacity: group.seats,
      price: toGroupPrice(price),
    })),
  }
}

function near({ latitude, longitude }: SeedExperience['entry']['place'], random: SeedRandom) {
  const [distance, direction] = [NEARBY_KM * random.next(), 2 * Math.PI * random.next()]
  const degrees = distance / KM_PER_DEGREE
  const narrowing = Math.max(0.1, Math.cos((latitude * Math.PI) / 180))
  const rounded = (value: number) => Math.round(value * 10_000) / 10_000
  return {
    latitude: rounded(latitude + degrees * Math.cos(direction)),
    longitude: rounded(longitude + (degrees * Math.sin(direction)) / narrowing),
  }
}

/** Picks that many sessions, evenly spread. */
function spread(sessions: SeedSession[], wanted: number): SeedSession[] {
  const count = Math.min(wanted, sessions.length)
  return Array.from({ length: count }, (_, nth) => sessions[Math.floor((nth * sessions.length) / count)] as SeedSession)
}

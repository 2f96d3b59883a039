import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { openAccount } from '@fernweh/contracts/api/accounts'
import type { BodyOf } from '@fernweh/contracts/api/operation'
import { root } from '../state/folders.ts'
import type { City } from './cities.ts'

export type SeedPerson = BodyOf<typeof openAccount>

export const person = (
  accountId: string,
  name: string,
  homeCity: string,
  rest: Partial<SeedPerson> = {},
): SeedPerson => ({
  accountId,
  name,
  mail: `${accountId}@people.example`,
  homeCity,
  role: 'traveller',
  locale: 'en-GB',
  currency: 'EUR',
  interests: [],
  demo: false,
  ...rest,
})

/** The people offered on the sign-in page. Ann and Bob come first, and have not reviewed yet what they visited. */
export const demoPeople: SeedPerson[] = [
  person('ann', 'Ann', 'Gothenburg', { interests: ['tasting', 'water'] }),
  person('bob', 'Bob', 'Leeds', { currency: 'GBP', interests: ['walk'] }),
  person('dara', 'Dara', 'Cork', { interests: ['craft', 'class'] }),
  person('emil', 'Emil', 'Vienna', { interests: ['tour'], locale: 'de-AT' }),
  person('cleo', 'Cleo Marques', 'Lisbon', { role: 'host' }),
  person('ravi', 'Ravi Nair', 'Kyoto', { role: 'host' }),
  person('ines', 'Inés Robles', 'Oaxaca', { role: 'host' }),
  person('mo', 'Mo', 'Rotterdam', { role: 'moderator' }),
].map((account) => ({ ...account, demo: true }))

type TravellerRow = Pick<SeedPerson, 'accountId' | 'name' | 'locale' | 'currency'> & { homeCity: string }

/** The authors of reviews. */
export const travellers: SeedPerson[] = [
  ...demoPeople.filter(({ accountId }) => accountId === 'dara' || accountId === 'emil'),
  ...(JSON.parse(readFileSync(join(root, 'stack/seed/travellers.json'), 'utf8')) as TravellerRow[]).map(
    ({ accountId, name, homeCity, ...rest }) => person(accountId, name, homeCity, rest),
  ),
]

/** Each host once; their home is the first city they host in. */
export function hostsOf(cities: City[]): SeedPerson[] {
  const hosts = new Map<string, SeedPerson>()
  for (const { city, currency, hosts: cityHosts } of cities) {
    for (const { id, name } of cityHosts) {
      if (!hosts.has(id)) hosts.set(id, person(id, name, city, { role: 'host', currency }))
    }
  }
  return [...hosts.values()]
}

/** Everybody once; a demo person keeps their own row. */
export function peopleOf(cities: City[]): SeedPerson[] {
  const known = new Set(demoPeople.map(({ accountId }) => accountId))
  return [...demoPeople, ...[...hostsOf(cities), ...travellers].filter(({ accountId }) => !known.has(accountId))]
}

import type { openAccount } from '@fernweh/contracts/api/accounts'
import type { BodyOf } from '@fernweh/contracts/api/operation'

export type SeedPerson = BodyOf<typeof openAccount>

const person = (accountId: string, name: string, homeCity: string, rest: Partial<SeedPerson> = {}): SeedPerson => ({
  accountId,
  name,
  mail: `${accountId}@people.example`,
  homeCity,
  role: 'traveller',
  locale: 'en-GB',
  currency: 'EUR',
  interests: [],
  demo: true,
  ...rest,
})

/** Made up, every one of them. */
export const people: SeedPerson[] = [
  person('ann', 'Ann', 'Gothenburg', { interests: ['tasting', 'water'] }),
  person('bob', 'Bob', 'Leeds', { currency: 'GBP', interests: ['walk'] }),
  person('dara', 'Dara', 'Cork', { interests: ['craft', 'class'] }),
  person('emil', 'Emil', 'Vienna', { interests: ['tour'] }),
  person('cleo', 'Cleo', 'Lisbon', { role: 'host' }),
  person('ravi', 'Ravi', 'Kyoto', { role: 'host' }),
  person('ines', 'Inés', 'Oaxaca', { role: 'host' }),
  person('mo', 'Mo', 'Rotterdam', { role: 'moderator' }),
]

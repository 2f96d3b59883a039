import { expect, it } from 'vitest'
import { decideProfile } from './change-profile.ts'

const profile = { name: 'Ann', homeCity: 'Malmö', locale: 'sv', currency: 'SEK', interests: ['tea'] }
const current = { profile, version: 3 }
const other = { ...profile, interests: ['tea', 'walk'] }

it('given the version it was made from, then the profile changes', () =>
  expect(decideProfile(current, { profile: other, version: 3 })).toBe('changed'))

it.each([2, 4])('given version %i, which is not the current one, then it is refused', (version) =>
  expect(decideProfile(current, { profile: other, version })).toEqual({ refused: 'changed-elsewhere' }),
)

it('given what is true already, then nothing happens, whatever the version', () =>
  expect(decideProfile(current, { profile: { ...profile }, version: 2 })).toBe('unchanged'))

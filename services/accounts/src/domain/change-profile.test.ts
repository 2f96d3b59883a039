import { describe, expect, it } from 'vitest'
import { changeProfile } from './change-profile.ts'

const profile = { name: 'Ann', homeCity: 'Malmö', locale: 'sv', currency: 'SEK', interests: ['tea'] }
const name = { person: 'ann', iv: 'aXY=', data: 'QW5u' }
const given = { noun: 'profile', version: 3 } as const

const change = (next: typeof profile, version: number, state: typeof given | null = given) =>
  changeProfile({ type: 'change-profile', accountId: 'ann', version, current: profile, next, name }, state)

describe('changing a profile', () => {
  it.each([
    { name: 'Ann Öberg' },
    { homeCity: 'Lund' },
    { locale: 'de' },
    { currency: 'EUR' },
    { interests: ['tea', 'walk'] },
    { interests: [] },
  ])('to %j publishes the whole of it, with a sealed name', (part) => {
    const next = { ...profile, ...part }
    expect(change(next, 3)).toEqual({
      events: [{ type: 'fernweh.accounts.profile-changed', data: { ...next, accountId: 'ann', name } }],
      answer: null,
    })
  })

  it.each([2, 4])('from version %i, which is not the current one, is refused', (version) =>
    expect(change({ ...profile, homeCity: 'Lund' }, version)).toEqual({ refused: 'changed-elsewhere' }),
  )

  it('that was never created is refused', () =>
    expect(change({ ...profile, homeCity: 'Lund' }, 0, null)).toEqual({ refused: 'changed-elsewhere' }))

  it('to what it is already is no event, whatever the version', () =>
    expect(change({ ...profile, interests: ['tea'] }, 2)).toEqual({ events: [], answer: null }))

  it('publishes nothing that the profile does not have', () => {
    const withMore = { ...profile, homeCity: 'Lund', role: 'moderator' }
    expect(change(withMore, 3)).toMatchObject({
      events: [{ data: expect.not.objectContaining({ role: 'moderator' }) }],
    })
  })
})

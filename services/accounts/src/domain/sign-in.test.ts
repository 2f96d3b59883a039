import { describe, expect, it } from 'vitest'
import { expiryOf, isCurrent, signIn, signOut } from './sign-in.ts'

const now = new Date('2026-03-01T10:00:00Z')
const current = { signInId: 's1', accountId: 'ann', expiresAt: expiryOf(now), ended: false }
const at = (iso: string) => new Date(iso)

describe('signIn', () => {
  it('given a demo person, then she is signed in', () => {
    const event = signIn({ signInId: 's1' }, { accountId: 'ann', demo: true })
    expect(event).toEqual({ type: 'fernweh.accounts.signed-in', data: { signInId: 's1', accountId: 'ann' } })
  })

  it.each([null, { accountId: 'zoe', demo: false }])('given %j, then it is refused', (person) => {
    expect(signIn({ signInId: 's1' }, person)).toEqual({ refused: 'no-such-person' })
  })
})

describe('signOut', () => {
  it('given a current sign-in, then it ends', () => {
    expect(signOut(current)).toEqual({
      type: 'fernweh.accounts.signed-out',
      data: { signInId: 's1', accountId: 'ann' },
    })
  })

  it.each([null, { ...current, ended: true }])('given %j, then nothing happens', (given) =>
    expect(signOut(given)).toBeNull(),
  )
})

describe('isCurrent', () => {
  it('holds for thirty days', () => {
    expect(isCurrent(current, at('2026-03-31T09:59:59Z'))).toBe(true)
    expect(isCurrent(current, at('2026-03-31T10:00:00Z'))).toBe(false)
  })

  it('ends with the sign-out', () => expect(isCurrent({ ...current, ended: true }, now)).toBe(false))
})

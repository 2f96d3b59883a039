import { describe, expect, it } from 'vitest'
import { expiryOf, isCurrent, signInAsDemo } from './start-sign-in.ts'

const now = new Date('2026-03-01T10:00:00Z')
const current = { signInId: 's1', accountId: 'ann', expiresAt: expiryOf(now), ended: false }
const at = (iso: string) => new Date(iso)

describe('signInAsDemo', () => {
  it('given a demo person, then she is signed in', () => {
    const event = signInAsDemo('s1', { accountId: 'ann', demo: true })
    expect(event).toEqual({ type: 'fernweh.accounts.signed-in', data: { signInId: 's1', accountId: 'ann' } })
  })

  it.each([null, { accountId: 'zoe', demo: false }])('given %j, then it is refused', (person) => {
    expect(signInAsDemo('s1', person)).toEqual({ refused: 'no-such-person' })
  })
})

describe('isCurrent', () => {
  it('holds for thirty days', () => {
    expect(isCurrent(current, at('2026-03-31T09:59:59Z'))).toBe(true)
    expect(isCurrent(current, at('2026-03-31T10:00:00Z'))).toBe(false)
  })

  it('ends with the sign-out', () => expect(isCurrent({ ...current, ended: true }, now)).toBe(false))
})

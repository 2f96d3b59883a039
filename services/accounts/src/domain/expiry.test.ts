import { describe, expect, it } from 'vitest'
import { isCurrent, passwordResetExpiry, signInExpiry, signUpExpiry } from './expiry.ts'

const now = new Date('2026-03-01T10:00:00Z')
const at = (iso: string) => new Date(iso)

describe('a sign-in', () => {
  const signIn = { expiresAt: signInExpiry(now), ended: false }

  it('holds for thirty days, to the millisecond', () => {
    expect(isCurrent(signIn, at('2026-03-31T09:59:59.999Z'))).toBe(true)
    expect(isCurrent(signIn, at('2026-03-31T10:00:00Z'))).toBe(false)
  })

  it('is over when it has ended', () => expect(isCurrent({ ...signIn, ended: true }, now)).toBe(false))
})

describe('a link', () => {
  it('to sign up holds for a day', () => expect(signUpExpiry(now)).toEqual(at('2026-03-02T10:00:00Z')))

  it('to set a password holds for half an hour', () =>
    expect(passwordResetExpiry(now)).toEqual(at('2026-03-01T10:30:00Z')))

  it('holds for a day of 24 hours also when clocks change', () =>
    expect(signUpExpiry(at('2026-03-28T23:30:00Z'))).toEqual(at('2026-03-29T23:30:00Z')))
})

import type { Caller } from '@fernweh/kit/server/http/identity'
import { describe, expect, it } from 'vitest'
import { createTypedValues } from './typed-values.ts'

const ann: Caller = { sub: 'ann', role: 'traveller', sid: 's1', token: 't' }
const bob: Caller = { ...ann, sub: 'bob' }

function sealed(fields: Record<string, string>, identity: Caller | null = ann) {
  return createTypedValues('secret').keep(fields, identity) ?? undefined
}

describe('what was typed', () => {
  it('can be read again by whoever typed it, and is unreadable on the way', () => {
    const kept = sealed({ mail: 'ann@example.org', name: 'Änn' })
    expect(kept).toMatch(/^[\w-]+\.[\w-]+$/)
    expect(Buffer.from(kept?.split('.')[1] ?? '', 'base64url').toString()).not.toContain('ann')
    expect(createTypedValues('secret').open(kept, ann)).toEqual({ mail: 'ann@example.org', name: 'Änn' })
  })

  it('never holds a password or the token of a mail', () => {
    const secrets = { password: 'one', current: 'two', next: 'three', token: 'four' }
    expect(createTypedValues('secret').open(sealed({ ...secrets, mail: 'm' }), ann)).toEqual({ mail: 'm' })
  })

  it('cannot be read by anybody else, with another secret, when changed, or later', () => {
    const kept = sealed({ mail: 'm' })
    const inAnHour = () => Date.now() + 3_600_000
    expect(createTypedValues('secret').open(kept, bob)).toEqual({})
    expect(createTypedValues('secret').open(kept, null)).toEqual({})
    expect(createTypedValues('another').open(kept, ann)).toEqual({})
    expect(
      createTypedValues('secret').open(
        kept?.replace(/\../, (first) => (first === '.A' ? '.Q' : '.A')),
        ann,
      ),
    ).toEqual({})
    expect(createTypedValues('secret', inAnHour).open(kept, ann)).toEqual({})
    expect(createTypedValues('secret').open('anything', ann)).toEqual({})
  })

  it('is left out when it is too long for an address', () => {
    expect(sealed({ interests: 'x'.repeat(2000) })).toBeUndefined()
  })
})

import { domainToASCII } from 'node:url'
import { describe, expect, it } from 'vitest'
import { mailAddress } from './accounts.ts'

describe('an address', () => {
  it.each([
    ['user@münchen.example', 'user@xn--mnchen-3ya.example'],
    ['User@MÜNCHEN.Example', 'user@xn--mnchen-3ya.example'],
    ['user@mu\u0308nchen.example', 'user@xn--mnchen-3ya.example'],
    ['user@xn--mnchen-3ya.example', 'user@xn--mnchen-3ya.example'],
    ['user@münchen。example', 'user@xn--mnchen-3ya.example'],
    ['user@straße.example', 'user@xn--strae-oqa.example'],
    ['user@مثال.example', 'user@xn--mgbh0fb.example'],
    ['user@例え.テスト', 'user@xn--r8jz45g.xn--zckzah'],
    ['ann+tea@people.example', 'ann+tea@people.example'],
  ])('typed as %s is stored as %s', (typed, stored) => expect(mailAddress.parse(typed)).toBe(stored))

  it.each(['münchen.example', 'Bücher.example', 'ελληνικά.example', 'प्रयोग.example'])(
    'in %s has the domain that DNS knows',
    (domain) => expect(mailAddress.parse(`user@${domain}`)).toBe(`user@${domainToASCII(domain)}`),
  )

  it.each([
    'user@',
    '@münchen.example',
    'münchen.example',
    'user@münchen',
    'user@münchen.example/path',
    'user@münchen.example:25',
    'user@münchen.example?x',
    'user@m%C3%BCnchen.example',
    'user@a@münchen.example',
    'user@mün chen.example',
    'user@2130706433',
    'user@[127.0.0.1]',
    `user@${'ü.'.repeat(120)}example`,
  ])('%s is none', (typed) => expect(mailAddress.safeParse(typed).success).toBe(false))
})

import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { clientOf } from './client-address.ts'

const from = (forwarded: string | undefined, hops: number, remoteAddress = '10.0.0.1') =>
  clientOf(
    { headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) }, socket: { remoteAddress } as Socket },
    hops,
  )

test.each([
  ['nobody stands before us: what is claimed counts for nothing', '6.6.6.6', 0, '10.0.0.1'],
  ['one proxy: whom it heard', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['two proxies: whom the first heard', '6.6.6.6, 1.2.3.4, 10.0.0.9', 2, '1.2.3.4'],
  ['a proxy that says nothing: the proxy', undefined, 1, '10.0.0.1'],
])('%s', (_what, forwarded, hops, client) => expect(from(forwarded, hops)).toBe(client))

test('an IPv4 address has one spelling', () => expect(from(undefined, 0, '::ffff:1.2.3.4')).toBe('1.2.3.4'))

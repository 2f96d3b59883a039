import type { Socket } from 'node:net'
import { expect, test } from 'vitest'
import { clientAddressOf, clientNetworkOf } from './client-address.ts'

const connection = (forwarded: string | undefined, remoteAddress = '10.0.0.1') => ({
  headers: { ...(forwarded && { 'x-forwarded-for': forwarded }) },
  socket: { remoteAddress } as Socket,
})

test.each([
  ['without a proxy, what a client claims counts for nothing', '6.6.6.6', 0, '10.0.0.1'],
  ['behind one proxy, it is the address the proxy saw', '6.6.6.6, 1.2.3.4', 1, '1.2.3.4'],
  ['behind two proxies, it is the address the first one saw', '6.6.6.6, 1.2.3.4, 10.0.0.9', 2, '1.2.3.4'],
  ['behind a proxy that reports nothing, it is the proxy', undefined, 1, '10.0.0.1'],
  ['behind a proxy that reports garbage, it is unknown', 'for=somebody', 1, 'unknown'],
])('%s', (_what, forwarded, hops, address) => expect(clientAddressOf(connection(forwarded), hops)).toBe(address))

test('an IPv4 address has one spelling', () =>
  expect(clientAddressOf(connection(undefined, '::ffff:1.2.3.4'), 0)).toBe('1.2.3.4'))

test('the addresses of one IPv6 household are one network', () =>
  expect(clientNetworkOf(connection('2001:db8:1:2:3::4'), 1)).toBe(clientNetworkOf(connection('2001:db8:1:2:5::6'), 1)))

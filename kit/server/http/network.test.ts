import { expect, it } from 'vitest'
import { networkOf, toAddress } from './network.ts'

it.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50312', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::'],
  ['2001:0db8:0001:0002:ffff::', '2001:db8:1:2::'],
  ['2001:db8::1', '2001:db8:0:0::'],
  ['2001:db8::2:0:0:1', '2001:db8:0:0::'],
  ['::1', '0:0:0:0::'],
  ['', 'unknown'],
  ['nonsense', 'unknown'],
  ['999.1.1.1', 'unknown'],
  ['010.0.0.1', 'unknown'],
  ['2130706433', 'unknown'],
  ['::ffff:192.0.2.7:50312', '192.0.2.7'],
  ['fe80::1%eth0', 'fe80:0:0:0::'],
  ['1'.repeat(500), 'unknown'],
])('%j counts as %s', (address, network) => expect(networkOf(address)).toBe(network))

it.each([
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['192.0.2.7:50312', '192.0.2.7'],
  ['2001:DB8:0:0::1', '2001:db8::1'],
  ['192.0.2.7\r\nx-evil: 1', 'unknown'],
  ['', 'unknown'],
])('%j is spelled %s', (text, address) => expect(toAddress(text)).toBe(address))

import { expect, test } from 'vitest'
import { isOtherNameOf } from './own-name.ts'

test.each([
  ['http://localhost:4000', '127.0.0.1:4000'],
  ['http://localhost:4000', '[::1]:4000'],
  ['http://127.0.0.1:4000', 'localhost:4000'],
  ['https://localhost', '127.0.0.1'],
])('what is public at %s is also opened as %s', (origin, host) => expect(isOtherNameOf(origin, host)).toBe(true))

test.each([
  ['is its own', 'http://localhost:4000', 'localhost:4000'],
  ['has the port that a proxy sends to', 'http://localhost:8080', '127.0.0.1:4000'],
  ['comes from a proxy that does not pass on the name', 'https://fernweh.example', '127.0.0.1:4000'],
  ['may be the name of a proxy', 'http://localhost:4000', 'fernweh.internal:4000'],
  ['is missing', 'http://localhost:4000', undefined],
  ['is garbage', 'http://localhost:4000', 'a b:c'],
])('a host that %s is left alone', (_what, origin, host) => expect(isOtherNameOf(origin, host)).toBe(false))

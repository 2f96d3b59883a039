import { expect, it } from 'vitest'
import { createBoundedCache } from './bounded-cache.ts'

it('keeps the newest values when it is full', () => {
  const cache = createBoundedCache<{ at: number }>(3)
  for (let at = 0; at < 100; at++) cache.set(`key-${at}`, { at })
  expect([96, 97, 98, 99].map((at) => cache.get(`key-${at}`)?.at)).toEqual([undefined, 97, 98, 99])
})

it('keeps what was read recently over what was written later', () => {
  const cache = createBoundedCache<{ name: string }>(2)
  cache.set('a', { name: 'a' })
  cache.set('b', { name: 'b' })
  cache.get('a')
  cache.set('c', { name: 'c' })
  expect(['a', 'b', 'c'].map((key) => cache.get(key)?.name)).toEqual(['a', undefined, 'c'])
})

it('counts sizes instead of values where it is told to, and does not keep what is too large', () => {
  const cache = createBoundedCache<Buffer>(10, ({ length }) => length)
  cache.set('small', Buffer.alloc(4))
  cache.set('empty', Buffer.alloc(0))
  cache.set('huge', Buffer.alloc(11))
  expect(['small', 'empty', 'huge'].map((key) => cache.get(key)?.length)).toEqual([4, 0, undefined])
  cache.set('large', Buffer.alloc(9))
  expect(['small', 'empty', 'large'].map((key) => cache.get(key)?.length)).toEqual([undefined, 0, 9])
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, hashOf } from './random.ts'

const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const take = <T>(count: number, next: () => T) => Array.from({ length: count }, next)

describe('random numbers', () => {
  it('are the same for a seed for ever: every stored picture depends on it', () => {
    expect(take(4, createRandom(1))).toEqual([
      0.6270739405881613, 0.002735721180215478, 0.5274470399599522, 0.9810509674716741,
    ])
  })

  it('are at least 0 and less than 1', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const value of take(50, createRandom(seed))) expect(value >= 0 && value < 1).toBe(true)
      }),
    )
  })

  it('are uniform: each tenth has about a tenth of them', () => {
    const counts = new Array(10).fill(0)
    for (const value of take(100_000, createRandom(2026))) counts[Math.floor(value * 10)] += 1
    // 27.9 is exceeded by one of a thousand random generators.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
  })

  it('do not repeat between neighbouring seeds', () => {
    const firsts = Array.from({ length: 5_000 }, (_, seed) => createRandom(seed)())
    expect(new Set(firsts).size).toBeGreaterThan(4_990)
  })
})

describe('a choice', () => {
  it('between two numbers stays between them', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: -500, max: 500 }), fc.nat(500), (seed, low, size) => {
        const random = createRandom(seed)
        for (const value of take(20, () => random.between(low, low + size)))
          expect(value >= low && value <= low + size).toBe(true)
      }),
    )
  })

  it('of a whole number takes both ends', () => {
    const random = createRandom(3)
    expect([...new Set(take(200, () => random.int(2, 5)))].sort()).toEqual([2, 3, 4, 5])
  })

  it('of an item takes each about equally often', () => {
    const random = createRandom(4)
    const picked = take(3_000, () => random.pick(['a', 'b', 'c']))
    for (const item of ['a', 'b', 'c'])
      expect(picked.filter((one) => one === item).length / 3_000).toBeCloseTo(1 / 3, 1)
  })

  it('by probability comes true about so often', () => {
    const random = createRandom(5)
    for (const probability of [0, 0.2, 0.7, 1]) {
      const share = take(4_000, () => random.chance(probability)).filter(Boolean).length / 4_000
      expect(share).toBeCloseTo(probability, 1)
    }
  })
})

describe('a shuffle', () => {
  it('keeps every item and leaves the original alone', () => {
    fc.assert(
      fc.property(seeds, fc.array(fc.integer()), (seed, items) => {
        const before = [...items]
        const shuffled = createRandom(seed).shuffle(items)
        expect(items).toEqual(before)
        expect([...shuffled].sort()).toEqual([...before].sort())
      }),
    )
  })

  it('gives every order', () => {
    const random = createRandom(6)
    expect(new Set(take(300, () => random.shuffle(['a', 'b', 'c']).join(''))).size).toBe(6)
  })
})

describe('a hash', () => {
  it('is FNV-1a with 32 bits', () => {
    expect([hashOf(''), hashOf('a'), hashOf('foobar')]).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968])
  })

  it('differs for different texts', () => {
    const texts = Array.from({ length: 10_000 }, (_, i) => hashOf(`experience-${i}`))
    expect(new Set(texts).size).toBeGreaterThan(9_990)
  })
})

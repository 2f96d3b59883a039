import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { isTooCommon } from './is-too-common.ts'

const ann = { name: 'Ann Öberg-Lindqvist', mail: 'ann.travels@people.example' }

describe('a password', () => {
  it.each([
    '1234567890',
    '0987654321',
    'qwertyuiop',
    'QwertyUiop123',
    '1qaz2wsx3edc',
    'abcdefghij',
    'aaaaaaaaaaaa',
    '1212121212',
    'password123',
    'P@ssw0rd2024!',
    'iloveyou1234',
    'dragonmonkey1',
    'Summer 2026!!',
    'fernweh-fernweh',
  ])('%s is too common for anybody', (password) => expect(isTooCommon(password, ann)).toBe(true))

  it.each(['Lindqvist2026', 'annoberg-lindqvist', 'ÖBERG öberg 1', 'anntravels99', 'ann.travels@people.example'])(
    '%s is too common for Ann Öberg-Lindqvist',
    (password) => expect(isTooCommon(password, ann)).toBe(true),
  )

  it('of somebody else’s words is not', () =>
    expect(isTooCommon('Lindqvist2026', { name: 'Bob', mail: 'bob@people.example' })).toBe(false))

  it.each([
    'correct horse battery',
    'x7Kp-m2Qz9-vB',
    'vier gelbe Enten',
    'winter tea on the harbour',
    '昨日の雨は冷たかった',
  ])('%s is fine', (password) => expect(isTooCommon(password, ann)).toBe(false))

  it('at random is fine, unless mostly runs', () => {
    const letter = fc.constantFrom(...'bdgkmpvx'.split(''))
    const password = fc.array(letter, { minLength: 14, maxLength: 60 }).map((letters) => letters.join(''))
    fc.assert(fc.property(password, (text) => new Set(text).size <= 4 || !isTooCommon(text, ann)))
  })

  it('of any length costs the same for each further character', () => {
    const comparisonsFor = (length: number) => {
      const comparisons = vi.spyOn(String.prototype, 'includes')
      isTooCommon('qwertyuiop'.repeat(length / 10), ann)
      const { length: count } = comparisons.mock.calls
      comparisons.mockRestore()
      return count
    }
    const [some, more, most] = [60, 130, 200].map(comparisonsFor) as [number, number, number]
    expect(some).toBeGreaterThan(0)
    expect(most - more).toBe(more - some)
  })
})

import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOutcome, withOutcome, withoutOutcome } from './form-outcome.ts'

const at = (path: string) => new URL(path, 'http://here')

const word = fc.stringMatching(/^[a-z]{1,12}$/)
const field = fc.stringMatching(/^[\w.-]{1,20}$/)
const kind = fc.oneof(
  fc.record({ refused: word }),
  fc.record({ invalid: fc.array(field, { minLength: 1, maxLength: 10 }).map((names) => names.join(' ')) }),
  fc.record({ fault: fc.stringMatching(/^[0-9a-f]{32}$/), again: fc.stringMatching(/^[A-Za-z0-9_-]{8,80}$/) }),
)
const place = fc.record({ form: fc.stringMatching(/^[A-Za-z][\w-]{0,40}$/), typed: field }, { requiredKeys: [] })
const anyOutcome: fc.Arbitrary<FormOutcome> = fc.tuple(kind, place).map(([one, other]) => ({ ...one, ...other }))
/** Values that anybody may write into an address. */
const anything = fc.dictionary(
  fc.constantFrom('refused', 'invalid', 'fault', 'again', 'form', 'typed'),
  fc.string({ unit: 'grapheme' }),
)

describe('the outcome of a form', () => {
  it('is read from the address it was written into', () => {
    fc.assert(
      fc.property(anyOutcome, word, (outcome, query) => {
        const address = withOutcome(`/menu?q=${query}`, outcome)
        expect(readOutcome(at(address))).toEqual(outcome)
        expect(at(address).searchParams.get('q')).toBe(query)
      }),
    )
  })

  it('replaces the one before, whatever that was', () => {
    fc.assert(
      fc.property(anyOutcome, anyOutcome, (before, outcome) => {
        expect(readOutcome(at(withOutcome(withOutcome('/menu', before), outcome)))).toEqual(outcome)
      }),
    )
  })

  it('leads to its form', () => {
    expect(withOutcome('/menu#top', { refused: 'full', form: 'book-t1' })).toBe(
      '/menu?refused=full&form=book-t1#book-t1',
    )
    expect(withOutcome('/menu#top', { refused: 'full' })).toBe('/menu?refused=full#top')
  })

  it('says nothing but its own words, whatever is written into an address', () => {
    fc.assert(
      fc.property(anything, (written) => {
        const url = at(`/menu?${new URLSearchParams(written)}`)
        for (const [name, value] of Object.entries(readOutcome(url) ?? {}))
          expect([name, value]).toEqual([name, expect.stringMatching(/^[\w. -]+$/)])
      }),
    )
  })

  it('is not written where it is malformed', () => {
    const outcome = { refused: 'Full!', invalid: '<b>', fault: 'xyz', again: 'short', form: '1', typed: '' }
    expect(withOutcome('/menu?day=3', outcome)).toBe('/menu?day=3')
  })

  it('leaves an address without a trace, and the address it came from as it is', () => {
    const url = at('/menu?refused=full&day=3&again=key-12345&typed=x')
    expect(withoutOutcome(url).search).toBe('?day=3')
    expect(url.searchParams.get('refused')).toBe('full')
  })
})

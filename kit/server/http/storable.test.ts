import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toStorable, unstorableField } from './storable.ts'

/** Any UTF-16 code unit, halves of surrogate pairs and control characters included. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) })

describe('a text that can be stored', () => {
  it.each(['', 'Zoë & co', 'two\r\n\tlines', '👩‍🍳 مرحبا', '\u200b\u202e', 'a\u00ad'])('is %j', (text) => {
    expect(unstorableField({ text })).toBeUndefined()
    expect(toStorable(text)).toBe(text)
  })

  it.each(['a\0b', '\u0007', '\u007f', '\u0085', '\ud800', 'a\udc00b', '\udc00\ud800'])('is not %j', (text) => {
    expect(unstorableField({ text })).toBe('text')
    expect(toStorable(text)).not.toBe(text)
  })

  it('is what any other becomes, at the same length and with the rest unchanged', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = toStorable(text)
        expect(unstorableField(stored)).toBeUndefined()
        expect(stored).toHaveLength(text.length)
        expect(toStorable(stored)).toBe(stored)
        for (let at = 0; at < text.length; at++) if (stored[at] !== ' ') expect(stored[at]).toBe(text[at])
      }),
    )
  })

  it('survives UTF-8, in which the database stores it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const stored = toStorable(text)
        expect(Buffer.from(stored, 'utf8').toString('utf8')).toBe(stored)
      }),
    )
  })
})

describe('a value that holds a text that cannot be stored', () => {
  it('is named by the path to the first such text', () => {
    const value = { title: 'fine', sessions: [{ title: 'fine' }, { title: 'b\0d', note: '\0' }] }
    expect(unstorableField(value)).toBe('sessions.1.title')
    expect(unstorableField('\0')).toBe('')
  })

  it('may hold it in the name of a field, which is not repeated', () => {
    expect(unstorableField({ guests: { 'a\0': 1 } })).toBe('guests')
  })

  it.each([null, undefined, 0, true, [], {}, { at: new Date(0) }])('is not %j', (value) => {
    expect(unstorableField(value)).toBeUndefined()
  })
})

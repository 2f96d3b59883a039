import { describe, expect, it } from 'vitest'
import { hasVisibleContent, toVisible } from './visible-text.ts'

describe('visible content', () => {
  it.each([
    ['nothing', ''],
    ['blanks of any width', ' \t\n\u00a0\u2003\u3000'],
    ['a Hangul filler', '\u3164'],
    ['the other Hangul fillers', '\u115f\u1160\uffa0'],
    ['zero-width characters', '\u200b\u2060\u200b'],
    ['joiners without anything to join', '\u200c\u200d'],
    ['an empty Braille cell', '\u2800'],
    ['direction marks', '\u200e\u200f\u061c\u202e\u2066\u2069'],
    ['a soft hyphen, a grapheme joiner and a byte order mark', '\u00ad\u034f\ufeff'],
    ['variation selectors', '\ufe0f\u{e0101}'],
    ['tags without a flag', '\u{e0067}\u{e0062}\u{e007f}'],
    ['marks without a letter', '\u0301\u064e\u20e3'],
    ['Khmer and Mongolian vowels that are never drawn', '\u17b4\u17b5\u180e'],
    ['controls and halves of characters', '\u0000\u0007\ud83d'],
    ['what no character is', '\ufffe\uffff'],
    ['what stands for an object that is not there', '\ufffc'],
    ['a note without a head', '\u{1d159}'],
  ])('is not %s', (_, text) => expect(hasVisibleContent(text)).toBe(false))

  it.each([
    ['Persian with its joiners', 'می‌خواهم'],
    ['an emoji of several people', '👨‍👩‍👧'],
    ['a heart with its variation selector', '❤️'],
    ['a flag of tags', '🏴󠁧󠁢󠁷󠁬󠁳󠁿'],
    ['a letter with marks', 'a\u0301\u0323'],
    ['a vowelled Arabic word', 'قُدْس'],
    ['one ideograph', '茶'],
    ['punctuation', '?!'],
    ['a Braille cell with a dot', '⠁'],
    ['one letter among fillers', '\u3164a\u3164'],
  ])('is %s', (_, text) => expect(hasVisibleContent(text)).toBe(true))

  it('takes no letter from a word', () => {
    expect(toVisible('\u200bAnn\u3164 Öberg')).toBe('AnnÖberg')
  })
})

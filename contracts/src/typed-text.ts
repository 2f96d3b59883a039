/** Texts that people type. Stored ones are read without these rules, which may have become stricter since. */
import { z } from 'zod'
import { hasVisibleContent, toVisible } from './browser/visible-text.ts'

/** Any number of lines with something to see. */
export const typedText = z.string().trim().refine(hasVisibleContent, 'visible characters')

/** One line without line breaks and direction marks: it cannot inject a mail header or reorder the text after it (UAX #9). */
export const typedLine = typedText.regex(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]*$/u, 'one line')

const isNamed = (name: string) => /[\p{L}\p{N}]/u.test(toVisible(name))
/** A name with a letter or a digit, which a Hangul filler only claims to be. */
export const typedName = typedLine.max(80).refine(isNamed, 'a letter or a digit')

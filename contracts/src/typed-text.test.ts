import { describe, expect, it } from 'vitest'
import { openAccount, profile, signUp } from './api/accounts.ts'
import { saveProfile } from './api/browser-session.ts'
import { publishExperience } from './api/catalog.ts'
import { writeReview } from './api/reviews.ts'
import { typedLine, typedName, typedText } from './typed-text.ts'

const isTaken = (schema: typeof typedText, text: string) => schema.safeParse(text).success

describe('a text that somebody types', () => {
  it('has something to see', () => {
    for (const schema of [typedText, typedLine, typedName])
      for (const text of [
        '',
        ' \n ',
        '\u3164',
        '\u200b\u2060\u200b',
        '\u2800',
        '\u115f\u1160\uffa0',
        '\ufe0f',
        '\u0301',
      ])
        expect([text, isTaken(schema, text)]).toEqual([text, false])
  })

  it('keeps the joiners of its words', () => {
    for (const text of ['می‌خواهم', 'Ann 👩‍🚀']) expect(typedName.parse(` ${text} `)).toBe(text)
  })

  it('may be an emoji, but not as a name', () => {
    expect(isTaken(typedText, '❤️')).toBe(true)
    expect(isTaken(typedName, '❤️')).toBe(false)
  })

  it('is named by a letter that can be seen', () => {
    expect(isTaken(typedName, '.\u3164.')).toBe(false)
    expect(isTaken(typedName, '.a.')).toBe(true)
  })
})

it.each([
  ['a name at sign-up', signUp.body.shape.name],
  ['a name of an opened account', openAccount.body.shape.name],
  ['a name in a profile', profile.shape.name],
  ['a home city', profile.shape.homeCity],
  ['an interest', profile.shape.interests.element],
  ['a review', writeReview.body.shape.text],
  ['a title', publishExperience.body.shape.title],
  ['a summary', publishExperience.body.shape.summary],
  ['a description', publishExperience.body.shape.description],
  ['a city', publishExperience.body.shape.city],
])('%s has something to see', (_, schema) => {
  for (const text of ['\u3164\u3164\u3164', '\u200b\u2060\u200b']) expect(schema.safeParse(text).success).toBe(false)
  expect(schema.safeParse('می‌خواهم').success).toBe(true)
})

describe('a profile as a form sends it', () => {
  const fields = { name: 'Ann', locale: 'sv', currency: 'SEK', version: '1' }

  it('has no city and no interest that nobody can see', () => {
    const saved = saveProfile.body.parse({ ...fields, homeCity: '\u3164', interests: 'tea,\u200b, ,water' })
    expect(saved).toMatchObject({ homeCity: null, interests: ['tea', 'water'] })
  })
})

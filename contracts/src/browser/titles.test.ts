import { expect, test } from 'vitest'
import { titleIn } from './titles.ts'

const tram = {
  title: 'Os últimos elétricos',
  language: 'pt',
  translations: { de: 'Die letzten Straßenbahnen', en: 'The last trams' },
}

test('shows a title in the reader’s language, or the original when there is no translation', () => {
  expect(titleIn(tram, 'de-AT')).toEqual({ text: 'Die letzten Straßenbahnen', language: 'de' })
  expect(titleIn(tram, 'en-XA')).toEqual({ text: 'The last trams', language: 'en' })
  expect(titleIn(tram, 'ar-EG-u-nu-latn')).toEqual({ text: 'Os últimos elétricos', language: 'pt' })
  expect(titleIn({ ...tram, language: 'de' }, 'de-DE').text).toBe('Os últimos elétricos')
})

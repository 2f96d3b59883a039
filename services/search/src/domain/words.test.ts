import { expect, it } from 'vitest'
import { spellingsOf, tokensOf, wordsOf } from './words.ts'

it.each([
  ['Pastéis de Belém', ['pasteis', 'de', 'belem']],
  ['Straße, Łódź & Ærø', ['strasse', 'lodz', 'aero']],
  ['İstanbul’da ışık', ['istanbul', 'da', 'isik']],
  ['5-hour e-bike', ['5', 'hour', 'e', 'bike']],
  ['東京 ツアー', ['東京', 'ツアー']],
  ['  …  ', []],
])('%s', (text, words) => expect(wordsOf(text)).toEqual(words))

it('takes for the same what Arabic writes in several ways', () => {
  expect(wordsOf('القُدْس')).toEqual(wordsOf('قدس'))
  expect(wordsOf('أحمد إيوان آداب مكتبة على')).toEqual(wordsOf('احمد ايوان اداب مكتبه علي'))
  expect(wordsOf('ســـوق')).toEqual(['سوق'])
})

it('keeps together what hyphens and apostrophes join', () => {
  expect(tokensOf('“Zur E-Bike-Tour”, l’Église – und zurück')).toEqual([
    'zur',
    'e-bike-tour',
    'l’église',
    'und',
    'zurück',
  ])
})

it('knows how a letter is written where a keyboard does not have it', () => {
  expect(spellingsOf('würzburg')).toEqual(['wurzburg', 'wuerzburg'])
  expect(spellingsOf('smørrebrød')).toEqual(['smorrebrod', 'smoerrebroed'])
  expect(spellingsOf('blue')).toEqual(['blue'])
})

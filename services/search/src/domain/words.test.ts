import { expect, it } from 'vitest'
import { wordsOf } from './words.ts'

it.each([
  ['Pastéis de Belém', ['pasteis', 'de', 'belem']],
  ['Straße, Łódź & Ærø', ['strasse', 'lodz', 'aero']],
  ['İstanbul’da ışık', ['istanbul', 'da', 'isik']],
  ['5-hour e-bike', ['5', 'hour', 'e', 'bike']],
  ['東京 ツアー', ['東京', 'ツアー']],
  ['  …  ', []],
])('%s', (text, words) => expect(wordsOf(text)).toEqual(words))

import { expect, test } from 'vitest'
import { toStorableJson } from './storable-json.ts'

test.each([
  ['a\u0000b', 'a b'],
  ['\ud800', ' '],
  ['\u001f', ' '],
  ['\\u0000', '\\u0000'],
  ['\\\u0000', '\\ '],
  ['tab\tline\nquote"', 'tab\tline\nquote"'],
  ['🌍 née', '🌍 née'],
])('of %j, %j is stored', (text, stored) => {
  expect(JSON.parse(toStorableJson({ [text]: text }))).toEqual({ [stored]: stored })
})

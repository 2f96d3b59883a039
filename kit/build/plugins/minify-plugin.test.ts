import { expect, test } from 'vitest'
import { minifyCss } from './minify-plugin.ts'

test('keeps light-dark(), also in a stylesheet without color-scheme', () => {
  const css = '.a { --sky: light-dark(#ffffff, #000000); }'
  expect(minifyCss('a.css', css)).toBe('.a{--sky:light-dark(#fff,#000)}')
})

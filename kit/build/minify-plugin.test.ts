import { expect, test } from 'vitest'
import { minifyCss } from './minify-plugin.ts'

test('colours of both schemes stay together, whoever declares the scheme', () => {
  const css = '.a { --sky: light-dark(#ffffff, #000000); }'
  expect(minifyCss('a.css', css)).toBe('.a{--sky:light-dark(#fff,#000)}')
})

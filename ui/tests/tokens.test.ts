import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { contrast, type Ink } from '../src/style-guide/contrast.ts'
import { CONTROL, controls, TEXT, texts } from '../src/style-guide/contrast-pairs.ts'

type Inks = Record<string, string>
type Scheme = 'light' | 'dark'

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')
const [usual = '', more = ''] = read('../tokens.css').split('@media (prefers-contrast: more)')
const schemes = {
  light: readInks(usual, 'light'),
  dark: readInks(usual, 'dark'),
  'light with more contrast': { ...readInks(usual, 'light'), ...readInks(more, 'light') },
  'dark with more contrast': { ...readInks(usual, 'dark'), ...readInks(more, 'dark') },
}

describe.each(Object.entries(schemes))('%s', (_, inks) => {
  test.each(texts)('text in %s on %s can be read by everybody', (ink, ground) => {
    expect(measure(inks, ink, ground)).toBeGreaterThanOrEqual(TEXT)
  })

  test.each(controls)('controls in %s on %s can be found', (ink, ground) => {
    expect(measure(inks, ink, ground)).toBeGreaterThanOrEqual(CONTROL)
  })
})

test('who asks for more contrast gets it', () => {
  const [usually, then] = [schemes.light, schemes['light with more contrast']].map((inks) =>
    measure(inks, 'dusk-soft', 'paper'),
  )
  expect(then).toBeGreaterThan(usually ?? 0)
})

describe('the measure knows a bad pair', () => {
  test('the glow is for lines, not for words', () => {
    expect(measure(schemes.light, 'horizon-glow', 'paper')).toBeLessThan(CONTROL)
  })

  test('a hairline orders and is no control', () => {
    expect(measure(schemes.light, 'line', 'paper')).toBeLessThan(CONTROL)
  })

  test('ink on itself cannot be seen', () => {
    expect(measure(schemes.dark, 'dusk', 'dusk')).toBe(1)
  })

  test('an ink that nobody mixed is refused', () => {
    expect(() => measure(schemes.light, 'mauve', 'paper')).toThrow('No ink mauve')
  })
})

test('fonts are small enough to arrive with the first words', () => {
  for (const file of ['petrona.woff2', 'petrona-extended.woff2']) {
    expect(readFileSync(new URL(`../fonts/${file}`, import.meta.url)).length).toBeLessThanOrEqual(30 * 1024)
  }
})

function readInks(css: string, scheme: Scheme): Inks {
  const values = css.matchAll(/--([\w-]+): (?:light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)|var\(--([\w-]+)\));/g)
  return Object.fromEntries(
    [...values].map(([, name, light, dark, other]) => [name, other ?? (scheme === 'light' ? light : dark)]),
  )
}

function measure(inks: Inks, one: string, other: string): number {
  return contrast(toInk(inks, one), toInk(inks, other))
}

function toInk(inks: Inks, name: string): Ink {
  const value = inks[name]
  if (value === undefined) throw new Error(`No ink ${name}`)
  if (!value.startsWith('#')) return toInk(inks, value)
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(value.slice(at, at + 2), 16))
  return [red, green, blue]
}

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

type Inks = Record<string, string>

const tokens = readFileSync(new URL('../tokens.css', import.meta.url), 'utf8')
const [day = '', night = ''] = tokens.split('@media (prefers-color-scheme: dark)')
const light = readInks(day)
const schemes = { light, dark: { ...light, ...readInks(night) } }

const grounds = ['paper', 'paper-raised', 'paper-sunk']
const texts: [string, string][] = [
  ...['dusk', 'dusk-soft', 'amber', 'loss', 'lichen'].flatMap((ink) =>
    grounds.map((on): [string, string] => [ink, on]),
  ),
  ['on-horizon', 'horizon'],
  ['on-horizon', 'horizon-deep'],
  ['lichen', 'lichen-ground'],
  ['loss', 'loss-ground'],
  ['amber', 'wait-ground'],
  ['amber', 'lichen-ground'],
  ['dusk-soft', 'lichen-ground'],
]
const controls: [string, string][] = ['dusk-line', 'horizon'].flatMap((ink) =>
  ['paper', 'paper-raised'].map((on): [string, string] => [ink, on]),
)

describe.each(Object.entries(schemes))('%s', (_, inks) => {
  test.each(texts)('text in %s on %s can be read by everybody (4.5 : 1)', (ink, ground) => {
    expect(contrast(inks, ink, ground)).toBeGreaterThanOrEqual(4.5)
  })

  test.each(controls)('controls in %s on %s can be found (3 : 1)', (ink, ground) => {
    expect(contrast(inks, ink, ground)).toBeGreaterThanOrEqual(3)
  })
})

test('the measure knows a bad pair: the glow is for lines, not for words', () => {
  expect(contrast(light, 'horizon-glow', 'paper')).toBeLessThan(3)
})

function readInks(css: string): Inks {
  return Object.fromEntries([...css.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, ink]) => [name, ink]))
}

/** WCAG 2.2, contrast ratio. */
function contrast(inks: Inks, one: string, other: string): number {
  const [dark = 0, bright = 0] = [luminance(inks[one]), luminance(inks[other])].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(ink: string | undefined): number {
  if (!ink) throw new Error('No such ink')
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(ink.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  blend,
  dawnPalettes,
  duskPalettes,
  goldenPalettes,
  nightPalettes,
  noonPalettes,
  type Palette,
} from './palette.ts'

const hours = { dawnPalettes, noonPalettes, goldenPalettes, duskPalettes, nightPalettes }
const palettes = Object.entries(hours).flatMap(([hour, all]) =>
  Object.entries<Palette>(all).map(([name, palette]): [string, Palette] => [`${hour}.${name}`, palette]),
)

const channelsOf = (colour: string) =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number, number]

/** Relative luminance and contrast as WCAG defines them. */
function luminanceOf(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
function contrastOf(first: string, second: string): number {
  const [dark, bright] = [luminanceOf(first), luminanceOf(second)].sort((a, b) => a - b) as [number, number]
  return (bright + 0.05) / (dark + 0.05)
}
const distanceOf = (first: string, second: string) =>
  Math.hypot(...channelsOf(first).map((value, i) => value - (channelsOf(second)[i] as number)))

describe.each(palettes)('the palette %s', (_, palette) => {
  it('has eight colours as six hexadecimal digits', () => {
    expect(Object.values(palette)).toHaveLength(8)
    for (const colour of Object.values(palette)) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
  })

  it('gets darker from far to near', () => {
    const [far, mid, near] = [palette.far, palette.mid, palette.near].map(luminanceOf) as [number, number, number]
    expect(far).toBeGreaterThan(mid)
    expect(mid).toBeGreaterThan(near)
  })

  it('shows the foreground against the light of the horizon', () => {
    expect(contrastOf(palette.near, palette.glow)).toBeGreaterThan(2.2)
    expect(contrastOf(palette.near, palette.paper)).toBeGreaterThan(7)
  })

  it('shows the accent against the foreground, and paper against the accent', () => {
    expect(contrastOf(palette.accent, palette.near)).toBeGreaterThan(1.7)
    expect(contrastOf(palette.paper, palette.accent)).toBeGreaterThan(1.4)
  })

  it('shows the sun against the sky', () => {
    expect(distanceOf(palette.sun, palette.glow)).toBeGreaterThan(25)
    expect(distanceOf(palette.sun, palette.sky)).toBeGreaterThan(25)
  })
})

it('the sky is darker at night than at any other hour', () => {
  const brightest = Math.max(...Object.values(nightPalettes).map(({ sky }) => luminanceOf(sky)))
  for (const { sky } of [
    ...Object.values(dawnPalettes),
    ...Object.values(noonPalettes),
    ...Object.values(goldenPalettes),
  ])
    expect(luminanceOf(sky)).toBeGreaterThan(brightest)
})

describe('a blend', () => {
  const colours = fc.nat(0xffffff).map((value) => `#${value.toString(16).padStart(6, '0')}`)

  it('is the first colour at 0 and the second at 1', () => {
    fc.assert(
      fc.property(colours, colours, (first, second) => {
        expect([blend(first, second, 0), blend(first, second, 1)]).toEqual([first, second])
      }),
    )
  })

  it('lies between both colours in every channel', () => {
    fc.assert(
      fc.property(colours, colours, fc.double({ min: 0, max: 1, noNaN: true }), (first, second, fraction) => {
        const blended = blend(first, second, fraction)
        expect(blended).toMatch(/^#[0-9a-f]{6}$/)
        channelsOf(blended).forEach((value, i) => {
          const ends = [channelsOf(first)[i] as number, channelsOf(second)[i] as number]
          expect(value >= Math.min(...ends) && value <= Math.max(...ends)).toBe(true)
        })
      }),
    )
  })
})

import { describe, expect, it } from 'vitest'
import { toSvg, WIDTH } from './canvas/layers.ts'
import { hashOf } from './canvas/random.ts'
import { coloursOf, DRAWING, draw } from './draw.ts'
import { families } from './families.ts'
import type { Category, Motif } from './motif.ts'
import { toScene } from './scene.ts'

const categories = Object.keys(families) as Category[]
const places = [
  ['PT', 39, -9],
  ['NO', 69, 19],
  ['TH', 14, 100],
  ['MA', 32, -8],
  ['JP', 35, 136],
  ['US', 41, -74],
] as const
const words = [[], ['coast'], ['mountain', 'dawn'], ['tea'], ['weaving'], ['sail', 'balloon'], ['ruins', 'night']]

const motifs = (of: Motif['category'], count: number): Motif[] =>
  Array.from({ length: count }, (_, i) => {
    const [country, latitude, longitude] = places[i % places.length] as (typeof places)[number]
    return {
      experienceId: `${of}-${i}`,
      category: of,
      country,
      latitude,
      longitude,
      words: words[i % words.length] ?? [],
    }
  })

/** The largest number in outlines, places and radii. */
const farthest = (plate: string) =>
  [...plate.matchAll(/ (?:d|cx|cy|r|transform|stroke-width)="([^"]*)"/g)].reduce(
    (strength, [, value = '']) =>
      (value.match(/[\d.]+/g) ?? []).reduce((far, number) => Math.max(far, Number(number)), strength),
    0,
  )

/** Tags that are opened and never closed, or the other way round. */
function unbalanced(svg: string): string[] {
  const open: string[] = []
  for (const [tag, closing, name = '', alone] of svg.matchAll(/<(\/?)(\w+)[^<>]*?(\/?)>/g)) {
    if (alone) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) return [tag]
  }
  return open
}

const dangling = (svg: string) => {
  const known = new Set([...svg.matchAll(/ id="(\w+)"/g)].map(([, id]) => id))
  return [...svg.matchAll(/url\(#(\w+)\)/g)].map(([, id]) => id).filter((id) => !known.has(id))
}

describe('a drawing', () => {
  it.each(categories)('of a %s is whole, whatever the seed', (of) => {
    for (const motif of motifs(of, 60)) {
      for (const plate of Object.values(draw(motif))) {
        const svg = toSvg(plate, { width: 480, height: 320 })
        expect(svg, motif.experienceId).not.toMatch(/NaN|undefined|Infinity|null|e-\d/)
        expect(unbalanced(svg), motif.experienceId).toEqual([])
        // What hangs over the edge of the sheet hangs over by little: nothing flies away.
        expect(farthest(plate), motif.experienceId).toBeLessThan(3 * WIDTH)
        expect(dangling(svg)).toEqual([])
      }
    }
  })

  it('that is broken would be seen', () => {
    expect(unbalanced('<g><path d="M0 0"/>')).toEqual(['g'])
    expect(unbalanced('<g></path>')).toEqual(['</path>'])
    expect(farthest('<path d="M0 -12.5L3 4Z"/>')).toBe(12.5)
    expect(dangling('<g clip-path="url(#c1)"/>')).toEqual(['c1'])
  })

  it('is the same for the same motif, and differs between experiences', () => {
    for (const of of categories) {
      const drawings = motifs(of, 40).map((motif) => draw(motif).colours)
      expect(motifs(of, 40).map((motif) => draw(motif).colours)).toEqual(drawings)
      expect(new Set(drawings).size).toBe(40)
    }
  })

  it('is printed with few inks', () => {
    for (const motif of categories.flatMap((of) => motifs(of, 6))) {
      const { palette } = toScene(motif)
      expect(new Set(Object.values(palette)).size).toBeLessThanOrEqual(8)
    }
  })

  /** Whoever draws differently raises `DRAWING`, so that no file shows an earlier hand; then this hash, too. */
  it('has not changed without a new version of our hand', () => {
    const everything = categories
      .flatMap((of) => motifs(of, 12))
      .map((motif) => JSON.stringify([draw(motif), coloursOf(motif)]))
    expect([DRAWING, hashOf(everything.join()).toString(16)]).toEqual([4, 'bd1169da'])
  })
})

describe('a scene', () => {
  const scenes = categories.flatMap((of) => motifs(of, 200)).map(toScene)

  it('is one of thousands', () => {
    const kinds = scenes.map(({ category, palette, sky, clouds, setting, mirrored }) =>
      JSON.stringify([category, palette, sky, clouds, setting, mirrored]),
    )
    expect(new Set(kinds).size).toBeGreaterThan(2500)
  })

  it('has stars at night only, and the hour its host speaks of', () => {
    const [motif] = motifs('walk', 1) as [Motif]
    expect(toScene({ ...motif, words: ['dawn'] }).hour).toBe('dawn')
    expect(toScene({ ...motif, words: ['night'] }).hour).toBe('night')
    expect(motifs('stars', 20).map((of) => toScene(of).hour)).toEqual(Array(20).fill('night'))
  })

  it('is lit and built as in its place', () => {
    const [motif] = motifs('tour', 1) as [Motif]
    const of = (country: string, latitude: number) => {
      const { climate, houses } = toScene({ ...motif, country, latitude })
      return [climate, houses]
    }
    expect([of('NO', 60), of('PT', 39), of('JP', 35), of('MA', 32), of('TH', 14), of('US', 41)]).toEqual([
      ['north', 'gables'],
      ['south', 'tiles'],
      ['south', 'pagodas'],
      ['arid', 'domes'],
      ['tropic', 'pagodas'],
      ['south', 'towers'],
    ])
  })
})

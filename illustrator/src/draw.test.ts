import { describe, expect, it } from 'vitest'
import { type Shape, shapesOf } from '../testing/inspect-layer.ts'
import { categories, motifsOf } from '../testing/sample-motifs.ts'
import { HEIGHT, toSvg, WIDTH } from './canvas/layers.ts'
import { hashOf } from './canvas/random.ts'
import { coloursOf, DRAWING, draw } from './draw.ts'
import { toScene } from './scene.ts'

const overlaps = ({ bounds: { left, right, top, bottom } }: Shape) =>
  right >= 0 && left <= WIDTH && bottom >= 0 && top <= HEIGHT

/** Names that are referred to and not defined. */
const undefinedIdsOf = (svg: string) => {
  const known = new Set([...svg.matchAll(/ id="(\w+)"/g)].map(([, id]) => id))
  return [...svg.matchAll(/url\(#(\w+)\)/g)].map(([, id]) => id).filter((id) => !known.has(id))
}

describe.each(categories)('a picture of the category %s', (category) => {
  const motifs = motifsOf(category, 36)
  const pictures = motifs.map((motif) => ({ motif, scene: toScene(motif), ...draw(motif) }))

  it('has only real numbers, colours and references', () => {
    for (const { motif, colours, grain } of pictures)
      for (const layer of [colours, grain]) {
        const svg = toSvg(layer, { width: 480, height: 320 })
        expect(svg, motif.experienceId).not.toMatch(/NaN|undefined|Infinity|null|e-\d/)
        expect(undefinedIdsOf(svg), motif.experienceId).toEqual([])
      }
    for (const { motif, colours } of pictures)
      for (const { colour } of shapesOf(colours)) expect(colour, motif.experienceId).toMatch(/^#[0-9a-f]{6}$/)
  })

  it('has the same shapes in both layers', () => {
    const outlines = (layer: string) => shapesOf(layer).map(({ colour, ...shape }) => shape)
    for (const { colours, grain } of pictures.slice(0, 12)) expect(outlines(grain)).toEqual(outlines(colours))
  })

  it('stays near its canvas', () => {
    for (const { motif, colours } of pictures) {
      const shapes = shapesOf(colours)
      const outside = shapes.filter((shape) => !overlaps(shape))
      // Star trails turn around a point in the picture, so many of them pass beside it.
      expect(outside.length / shapes.length, motif.experienceId).toBeLessThan(category === 'stars' ? 0.5 : 0.2)
      for (const { bounds } of shapes) {
        expect(bounds.left, motif.experienceId).toBeGreaterThan(-2 * WIDTH)
        expect(bounds.right, motif.experienceId).toBeLessThan(3 * WIDTH)
        expect(bounds.top, motif.experienceId).toBeGreaterThan(-1.6 * HEIGHT)
        expect(bounds.bottom, motif.experienceId).toBeLessThan(2.6 * HEIGHT)
      }
    }
  })

  it('leaves no part of its canvas empty', () => {
    for (const { motif, colours } of pictures) {
      const [background] = shapesOf(colours)
      expect(background?.bounds.left, motif.experienceId).toBeLessThanOrEqual(0)
      expect(background?.bounds.top, motif.experienceId).toBeLessThanOrEqual(0)
      expect(background?.bounds.right, motif.experienceId).toBeGreaterThanOrEqual(WIDTH)
      expect(background?.bounds.bottom, motif.experienceId).toBeGreaterThanOrEqual(HEIGHT)
    }
  })

  it('is the same for the same motif, and another one for every experience', () => {
    expect(motifs.map((motif) => draw(motif).colours)).toEqual(pictures.map(({ colours }) => colours))
    expect(new Set(pictures.map(({ colours }) => colours)).size).toBe(motifs.length)
  })

  it('is mirrored for half of the experiences', () => {
    const mirrored = pictures.filter(({ scene }) => scene.mirrored)
    expect(mirrored.length).toBeGreaterThan(motifs.length * 0.25)
    expect(mirrored.length).toBeLessThan(motifs.length * 0.75)
    for (const { colours, scene } of pictures)
      expect(
        colours.startsWith(`<g transform="translate(${scene.mirrored ? '1200 0)scale(-1 1)' : '0 0)scale(1 1)'}`),
      ).toBe(true)
  })

  it('begins with the colours that stand for it until it is loaded', () => {
    for (const { motif, scene } of pictures) {
      const [top, ...others] = coloursOf(motif)
      expect(top).toBe(scene.palette.sky)
      for (const colour of others) expect(colour).toMatch(/^#[0-9a-f]{6}$/)
    }
  })
})

/**
 * The hash of some pictures of every category. After a change that draws differently on purpose, raise `DRAWING` and write
 * the hashes anew: `npm test -w illustrator -- src/draw.test.ts -u`.
 */
it('no picture changes without a new version of the drawings', () => {
  const hashes = categories.map((category) => {
    const pictures = motifsOf(category, 12).map((motif) => {
      const { colours, grain } = draw(motif)
      return [colours, grain, ...coloursOf(motif)].join()
    })
    return [category, hashOf(pictures.join()).toString(16)]
  })
  expect({ drawing: DRAWING, ...Object.fromEntries(hashes) }).toMatchInlineSnapshot(`
    {
      "architecture": "bc5d38b0",
      "class": "9de3becd",
      "cooking": "e0956f61",
      "craft": "ff8a96e1",
      "cycling": "86dc230",
      "dance": "22ed89dc",
      "drawing": 5,
      "hike": "f5aeec83",
      "history": "1c762f90",
      "market": "19379692",
      "music": "7d2e5a06",
      "night": "fc7e2e3",
      "photography": "38d7221d",
      "stars": "5ca660cc",
      "tasting": "3db93879",
      "tour": "65646a47",
      "trip": "b991cb97",
      "walk": "ab058445",
      "water": "9ae07b6f",
      "wellness": "b651d6ed",
      "wildlife": "14774891",
    }
  `)
})

import { createCanvas } from './canvas/canvas.ts'
import { type Layer, WIDTH } from './canvas/layers.ts'
import { blend } from './canvas/palette.ts'
import { families } from './families.ts'
import type { Motif } from './motif.ts'
import { toScene } from './scene.ts'

/** The version of the drawings: raise it whenever anything in this package draws differently, so that no file shows an earlier one. */
export const DRAWING = 5

/** Pure: the same motif gives the same two layers on every machine. */
export function draw(motif: Motif): { colours: Layer; grain: Layer } {
  const scene = toScene(motif)
  const canvas = createCanvas(scene)
  // Half of the pictures are mirrored, which doubles their number; no composition depends on its side.
  canvas.at({ x: scene.mirrored ? WIDTH : 0, y: 0, flip: scene.mirrored }, () => families[scene.category](canvas))
  return canvas.layers()
}

/** Top, middle and bottom of a picture: shown until it is loaded. */
export function coloursOf(motif: Motif): [top: string, middle: string, bottom: string] {
  const { palette } = toScene(motif)
  return [palette.sky, blend(palette.glow, palette.far, 0.35), blend(palette.mid, palette.near, 0.5)]
}

import { createCanvas } from './canvas/canvas.ts'
import { type Plate, WIDE } from './canvas/layers.ts'
import { blend } from './canvas/palette.ts'
import { families } from './families.ts'
import type { Motif } from './motif.ts'
import { toScene } from './scene.ts'

/** Of our hand: to be raised whenever anything below `domain` draws differently, so that no file shows an earlier one. */
export const DRAWING = 4

/** Pure: the same motif is the same two plates, whoever prints them. */
export function draw(motif: Motif): { inks: Plate; grain: Plate } {
  const scene = toScene(motif)
  const canvas = createCanvas(scene)
  // Half of them the other way round: twice as many, and no line in them was drawn for one side.
  canvas.at({ x: scene.mirrored ? WIDE : 0, y: 0, flip: scene.mirrored }, () => families[scene.category](canvas))
  return canvas.plates()
}

/** Top, middle and bottom of what will be there. */
export function coloursOf(motif: Motif): [top: string, middle: string, bottom: string] {
  const { inks } = toScene(motif)
  return [inks.sky, blend(inks.glow, inks.far, 0.35), blend(inks.mid, inks.near, 0.5)]
}

/** A table and things on it. */
import type { Canvas } from '../canvas/canvas.ts'
import { shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { rectangle } from '../canvas/shapes.ts'
import { cup, steam } from '../objects/tableware.ts'

export function table(c: Canvas, y: number, colour: string): void {
  c.fill(rectangle(-20, y, 1240, 840 - y), colour, shade('bottom', 0.5))
  c.fill(rectangle(-20, y, 1240, 12), blend(colour, c.palette.paper, 0.28))
}

export type Things = (readonly [width: number, draw: () => void])[]

/** Draws things side by side; each has its width. */
export function along(c: Canvas, from: number, y: number, things: readonly (readonly [number, () => void])[]): void {
  let x = from
  for (const [width, draw] of things) {
    c.at({ x: x + width / 2, y }, draw)
    x += width
  }
}

export function hotCup(c: Canvas, width: number): void {
  c.at({ x: 0, y: -width * 0.72 }, () => steam(c, blend(c.palette.paper, c.palette.glow, 0.4), 130, 2))
  cup(c, width, c.palette.paper, blend(c.palette.accent, c.palette.near, 0.5))
}

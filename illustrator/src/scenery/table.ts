/** A table, and what stands on it. */
import { type Canvas, rectangle } from '../canvas/canvas.ts'
import { shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { cup, steam } from '../objects/tableware.ts'

export function table(c: Canvas, y: number, ink: string): void {
  c.fill(rectangle(-20, y, 1240, 840 - y), ink, shade('bottom', 0.5))
  c.fill(rectangle(-20, y, 1240, 12), blend(ink, c.inks.paper, 0.28))
}

export type Things = (readonly [wide: number, draw: () => void])[]

/** Draws things side by side, each as wide as it says. */
export function along(c: Canvas, from: number, y: number, things: readonly (readonly [number, () => void])[]): void {
  let x = from
  for (const [wide, draw] of things) {
    c.at({ x: x + wide / 2, y }, draw)
    x += wide
  }
}

export function hotCup(c: Canvas, wide: number): void {
  c.at({ x: 0, y: -wide * 0.72 }, () => steam(c, blend(c.inks.paper, c.inks.glow, 0.4), 130, 2))
  cup(c, wide, c.inks.paper, blend(c.inks.accent, c.inks.near, 0.5))
}

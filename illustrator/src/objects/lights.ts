import type { Canvas } from '../canvas/canvas.ts'
import { light, n } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { ellipse, type Point, rectangle } from '../canvas/shapes.ts'

/** A string of lamps between two points. */
export function lamps(c: Canvas, from: Point, to: Point, sag: number, cord: string, lamp: string, count = 7): void {
  const middle: Point = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + sag]
  c.line(`M${n(from[0])} ${n(from[1])}Q${n(middle[0])} ${n(middle[1] + sag)} ${n(to[0])} ${n(to[1])}`, cord, 3)
  for (let i = 1; i < count; i++) {
    const t = i / count
    const x = (1 - t) ** 2 * from[0] + 2 * t * (1 - t) * middle[0] + t ** 2 * to[0]
    const y = (1 - t) ** 2 * from[1] + 2 * t * (1 - t) * (middle[1] + sag) + t ** 2 * to[1]
    c.circle(x, y + 16, 13, lamp, light('rim', 0.4))
    c.fill(rectangle(x - 4, y - 2, 8, 8), cord)
  }
}

export function lantern({ fill, line }: Canvas, size: number, colour: string, rim: string): void {
  line(`M0 ${n(-size * 0.9)}V${n(-size * 0.5)}`, rim, 3)
  fill(ellipse(0, 0, size * 0.42, size * 0.5), colour, light('rim', 0.4))
  for (const fraction of [-0.5, 0, 0.5])
    fill(
      rectangle(
        -size * 0.4 * (1 - Math.abs(fraction) * 0.22),
        fraction * size * 0.5 - 1.5,
        size * 0.8 * (1 - Math.abs(fraction) * 0.22),
        3,
      ),
      blend(colour, rim, 0.35),
    )
  fill(rectangle(-size * 0.2, -size * 0.56, size * 0.4, size * 0.1), rim)
  fill(rectangle(-size * 0.2, size * 0.46, size * 0.4, size * 0.1), rim)
}

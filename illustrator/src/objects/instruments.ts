import type { Canvas } from '../canvas/canvas.ts'
import { n, shade } from '../canvas/layers.ts'
import { ellipse, type Point, polygon, rectangle, turned } from '../canvas/shapes.ts'

/** A guitar standing upright. */
export function guitar({ fill, circle, line, palette }: Canvas, height: number, body: string, neck: string): void {
  fill(rectangle(-height * 0.022, -height * 0.95, height * 0.044, height * 0.55), neck)
  fill(
    polygon([
      [-height * 0.035, -height],
      [height * 0.035, -height],
      [height * 0.028, -height * 0.88],
      [-height * 0.028, -height * 0.88],
    ]),
    neck,
  )
  const half: Point[] = [
    [0.02, -height * 0.46],
    [height * 0.11, -height * 0.455],
    [height * 0.145, -height * 0.39],
    [height * 0.105, -height * 0.29],
    [height * 0.13, -height * 0.21],
    [height * 0.19, -height * 0.12],
    [height * 0.15, -height * 0.02],
    [0.02, 0],
  ]
  fill(turned(half), body, shade('right', 0.5))
  circle(0, -height * 0.29, height * 0.056, neck)
  fill(rectangle(-height * 0.07, -height * 0.125, height * 0.14, height * 0.022), neck)
  for (const x of [-0.012, 0, 0.012])
    line(`M${n(x * height)} ${n(-height * 0.93)}V${n(-height * 0.115)}`, palette.paper, 1.6)
}

export function drum({ fill, line, palette }: Canvas, width: number, colour: string): void {
  const height = width * 0.8
  fill(
    `M${n(-width / 2)} ${n(-height)}L${n(-width * 0.42)} 0Q0 ${n(width * 0.12)} ${n(width * 0.42)} 0L${n(width / 2)} ${n(-height)}Z`,
    colour,
    shade('right', 0.5),
  )
  for (let i = 0; i < 5; i++) {
    const x = -width * 0.46 + (i * width * 0.92) / 5
    line(
      `M${n(x)} ${n(-height * 0.94)}L${n(x + width * 0.09)} ${n(-height * 0.02)}L${n(x + width * 0.184)} ${n(-height * 0.94)}`,
      palette.paper,
      3,
    )
  }
  fill(ellipse(0, -height, width / 2, width * 0.13), palette.paper, shade('right', 0.3))
}

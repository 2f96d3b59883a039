/** What hangs, is played, and is looked through. Each stands at the origin. */
import { type Canvas, ellipse, type Point, polygon, rectangle, turned } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'

/** A cord with lamps from one point to another. */
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

/** Upright, its neck up. */
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
  for (const x of [-0.012, 0, 0.012]) line(`M${n(x * height)} ${n(-height * 0.93)}V${n(-height * 0.115)}`, palette.paper, 1.6)
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

export function easel({ fill, line }: Canvas, height: number, colour: string, canvas: string, paint: () => void): void {
  line(
    `M0 ${n(-height)}L${n(-height * 0.28)} 0M0 ${n(-height)}L${n(height * 0.28)} 0M0 ${n(-height)}V${n(-height * 0.1)}`,
    colour,
    height * 0.026,
  )
  const [w, h] = [height * 0.5, height * 0.4]
  fill(rectangle(-w / 2, -height * 0.9, w, h), canvas, shade('bottom', 0.2))
  paint()
  fill(rectangle(-w * 0.6, -height * 0.9 + h, w * 1.2, height * 0.03), colour)
}

export function tripod({ line, fill, circle }: Canvas, height: number, colour: string): void {
  line(
    `M0 ${n(-height * 0.62)}L${n(-height * 0.26)} 0M0 ${n(-height * 0.62)}L${n(height * 0.26)} 0M0 ${n(-height * 0.62)}L${n(height * 0.04)} 0`,
    colour,
    height * 0.026,
  )
  circle(0, -height * 0.62, height * 0.035, colour)
  fill(rectangle(-height * 0.025, -height * 0.7, height * 0.05, height * 0.1), colour)
}

/** Seen from behind: its screen shows what it sees. */
export function camera(c: Canvas, height: number, colour: string, glass: string): void {
  tripod(c, height, colour)
  c.fill(
    `M${n(-height * 0.2)} ${n(-height * 0.94)}h${n(height * 0.1)}l${n(height * 0.03)} ${n(-height * 0.05)}h${n(height * 0.14)}l${n(height * 0.03)} ${n(height * 0.05)}h${n(height * 0.1)}v${n(height * 0.24)}h${n(-height * 0.4)}Z`,
    colour,
    light('left', 0.25),
  )
  const [x, y, width, tall] = [-height * 0.15, -height * 0.91, height * 0.3, height * 0.18]
  c.fill(rectangle(x, y, width, tall), c.palette.glow)
  c.clip(rectangle(x, y, width, tall), () => {
    c.circle(0, y + tall * 0.6, tall * 0.3, glass)
    c.fill(rectangle(x, y + tall * 0.62, width, tall), c.palette.mid)
  })
}

export function telescope(c: Canvas, height: number, colour: string, rim: string): void {
  tripod(c, height, colour)
  c.at({ x: 0, y: -height * 0.7, turn: -38 }, () => {
    c.fill(rectangle(-height * 0.26, -height * 0.05, height * 0.3, height * 0.1), colour)
    c.fill(rectangle(height * 0.02, -height * 0.075, height * 0.36, height * 0.15), colour, light('top', 0.35))
    c.fill(rectangle(height * 0.36, -height * 0.088, height * 0.04, height * 0.176), rim)
    c.fill(rectangle(-height * 0.3, -height * 0.03, height * 0.05, height * 0.06), rim)
  })
}

export function stones({ fill, random }: Canvas, width: number, palette: readonly string[]): void {
  let [y, half] = [0, width / 2]
  for (let i = 0; i < 4; i++) {
    const height = half * random.between(0.3, 0.42)
    y -= height
    fill(ellipse(random.between(-6, 6), y, half, height * 1.08), palette[i % palette.length] as string, shade('bottom', 0.5))
    y -= height * 0.9
    half *= random.between(0.66, 0.78)
  }
}

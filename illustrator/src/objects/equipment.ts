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
    c.disc(x, y + 16, 13, lamp, light('rim', 0.4))
    c.fill(rectangle(x - 4, y - 2, 8, 8), cord)
  }
}

export function lantern({ fill, line }: Canvas, size: number, ink: string, rim: string): void {
  line(`M0 ${n(-size * 0.9)}V${n(-size * 0.5)}`, rim, 3)
  fill(ellipse(0, 0, size * 0.42, size * 0.5), ink, light('rim', 0.4))
  for (const part of [-0.5, 0, 0.5])
    fill(
      rectangle(
        -size * 0.4 * (1 - Math.abs(part) * 0.22),
        part * size * 0.5 - 1.5,
        size * 0.8 * (1 - Math.abs(part) * 0.22),
        3,
      ),
      blend(ink, rim, 0.35),
    )
  fill(rectangle(-size * 0.2, -size * 0.56, size * 0.4, size * 0.1), rim)
  fill(rectangle(-size * 0.2, size * 0.46, size * 0.4, size * 0.1), rim)
}

/** Upright, its neck up. */
export function guitar({ fill, disc, line, inks }: Canvas, high: number, body: string, neck: string): void {
  fill(rectangle(-high * 0.022, -high * 0.95, high * 0.044, high * 0.55), neck)
  fill(
    polygon([
      [-high * 0.035, -high],
      [high * 0.035, -high],
      [high * 0.028, -high * 0.88],
      [-high * 0.028, -high * 0.88],
    ]),
    neck,
  )
  const half: Point[] = [
    [0.02, -high * 0.46],
    [high * 0.11, -high * 0.455],
    [high * 0.145, -high * 0.39],
    [high * 0.105, -high * 0.29],
    [high * 0.13, -high * 0.21],
    [high * 0.19, -high * 0.12],
    [high * 0.15, -high * 0.02],
    [0.02, 0],
  ]
  fill(turned(half), body, shade('right', 0.5))
  disc(0, -high * 0.29, high * 0.056, neck)
  fill(rectangle(-high * 0.07, -high * 0.125, high * 0.14, high * 0.022), neck)
  for (const x of [-0.012, 0, 0.012]) line(`M${n(x * high)} ${n(-high * 0.93)}V${n(-high * 0.115)}`, inks.paper, 1.6)
}

export function drum({ fill, line, inks }: Canvas, wide: number, ink: string): void {
  const high = wide * 0.8
  fill(
    `M${n(-wide / 2)} ${n(-high)}L${n(-wide * 0.42)} 0Q0 ${n(wide * 0.12)} ${n(wide * 0.42)} 0L${n(wide / 2)} ${n(-high)}Z`,
    ink,
    shade('right', 0.5),
  )
  for (let i = 0; i < 5; i++) {
    const x = -wide * 0.46 + (i * wide * 0.92) / 5
    line(
      `M${n(x)} ${n(-high * 0.94)}L${n(x + wide * 0.09)} ${n(-high * 0.02)}L${n(x + wide * 0.184)} ${n(-high * 0.94)}`,
      inks.paper,
      3,
    )
  }
  fill(ellipse(0, -high, wide / 2, wide * 0.13), inks.paper, shade('right', 0.3))
}

export function easel({ fill, line }: Canvas, high: number, ink: string, canvas: string, paint: () => void): void {
  line(
    `M0 ${n(-high)}L${n(-high * 0.28)} 0M0 ${n(-high)}L${n(high * 0.28)} 0M0 ${n(-high)}V${n(-high * 0.1)}`,
    ink,
    high * 0.026,
  )
  const [w, h] = [high * 0.5, high * 0.4]
  fill(rectangle(-w / 2, -high * 0.9, w, h), canvas, shade('bottom', 0.2))
  paint()
  fill(rectangle(-w * 0.6, -high * 0.9 + h, w * 1.2, high * 0.03), ink)
}

export function tripod({ line, fill, disc }: Canvas, high: number, ink: string): void {
  line(
    `M0 ${n(-high * 0.62)}L${n(-high * 0.26)} 0M0 ${n(-high * 0.62)}L${n(high * 0.26)} 0M0 ${n(-high * 0.62)}L${n(high * 0.04)} 0`,
    ink,
    high * 0.026,
  )
  disc(0, -high * 0.62, high * 0.035, ink)
  fill(rectangle(-high * 0.025, -high * 0.7, high * 0.05, high * 0.1), ink)
}

/** Seen from behind: its screen shows what it sees. */
export function camera(c: Canvas, high: number, ink: string, glass: string): void {
  tripod(c, high, ink)
  c.fill(
    `M${n(-high * 0.2)} ${n(-high * 0.94)}h${n(high * 0.1)}l${n(high * 0.03)} ${n(-high * 0.05)}h${n(high * 0.14)}l${n(high * 0.03)} ${n(high * 0.05)}h${n(high * 0.1)}v${n(high * 0.24)}h${n(-high * 0.4)}Z`,
    ink,
    light('left', 0.25),
  )
  const [x, y, wide, tall] = [-high * 0.15, -high * 0.91, high * 0.3, high * 0.18]
  c.fill(rectangle(x, y, wide, tall), c.inks.glow)
  c.through(rectangle(x, y, wide, tall), () => {
    c.disc(0, y + tall * 0.6, tall * 0.3, glass)
    c.fill(rectangle(x, y + tall * 0.62, wide, tall), c.inks.mid)
  })
}

export function telescope(c: Canvas, high: number, ink: string, rim: string): void {
  tripod(c, high, ink)
  c.at({ x: 0, y: -high * 0.7, turn: -38 }, () => {
    c.fill(rectangle(-high * 0.26, -high * 0.05, high * 0.3, high * 0.1), ink)
    c.fill(rectangle(high * 0.02, -high * 0.075, high * 0.36, high * 0.15), ink, light('top', 0.35))
    c.fill(rectangle(high * 0.36, -high * 0.088, high * 0.04, high * 0.176), rim)
    c.fill(rectangle(-high * 0.3, -high * 0.03, high * 0.05, high * 0.06), rim)
  })
}

export function stones({ fill, random }: Canvas, wide: number, inks: readonly string[]): void {
  let [y, half] = [0, wide / 2]
  for (let i = 0; i < 4; i++) {
    const high = half * random.between(0.3, 0.42)
    y -= high
    fill(ellipse(random.between(-6, 6), y, half, high * 1.08), inks[i % inks.length] as string, shade('bottom', 0.5))
    y -= high * 0.9
    half *= random.between(0.66, 0.78)
  }
}

/** Bottles, glasses, cups and pots of tea, standing at the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { ellipse, type Point, polygon, rectangle, turned } from '../canvas/shapes.ts'

export function bottle({ fill, palette }: Canvas, height: number, colour: string, label = palette.paper): void {
  const w = height * 0.14
  fill(
    turned([
      [w * 0.3, -height],
      [w * 0.3, -height * 0.74],
      [w * 0.45, -height * 0.66],
      [w, -height * 0.54],
      [w, -height * 0.3],
      [w, 0],
    ]),
    colour,
    light('left', 0.35),
  )
  fill(rectangle(-w * 0.36, -height - 4, w * 0.72, height * 0.09), palette.accent)
  fill(rectangle(-w, -height * 0.4, w * 2, height * 0.24), label, shade('right', 0.35))
  fill(rectangle(-w * 0.55, -height * 0.33, w * 1.1, height * 0.03), colour)
}

export function wineGlass(c: Canvas, height: number, glass: string, wine: string): void {
  const w = height * 0.2
  const bowl: Point[] = [
    [w * 0.78, -height],
    [w, -height * 0.78],
    [w * 0.72, -height * 0.52],
    [0.01, -height * 0.44],
  ]
  c.fill(turned(bowl), glass, light('left', 0.3))
  c.clip(turned(bowl), () => c.fill(rectangle(-w * 2, -height * 0.74, w * 4, height), wine, shade('right', 0.5)))
  c.line(`M0 ${n(-height * 0.46)}V-4`, glass, height * 0.035)
  c.fill(ellipse(0, -4, w * 0.75, 6), glass)
}

export function beerGlass({ fill, palette, line }: Canvas, height: number, beer: string): void {
  const w = height * 0.27
  line(
    `M${n(w)} ${n(-height * 0.72)}h${n(w * 0.5)}a20 20 0 0 1 20 20v${n(height * 0.24)}a20 20 0 0 1 -20 20h${n(-w * 0.5)}`,
    blend(palette.paper, palette.glow, 0.4),
    height * 0.06,
  )
  fill(
    polygon([
      [-w, -height * 0.86],
      [w, -height * 0.86],
      [w * 0.9, 0],
      [-w * 0.9, 0],
    ]),
    beer,
    light('left', 0.5),
  )
  fill(
    `M${n(-w * 1.1)} ${n(-height * 0.8)}c-8 -34 20 -48 ${n(w * 0.6)} -40c14 -22 46 -18 ${n(w * 0.7)} 2c26 -8 44 8 ${n(w * 0.9)} 38Z`,
    palette.paper,
    shade('bottom', 0.25),
  )
}

export function cup({ fill, palette, line }: Canvas, width: number, colour: string, inside: string): void {
  line(
    `M${n(width * 0.46)} ${n(-width * 0.48)}c${n(width * 0.34)} ${n(-width * 0.05)} ${n(width * 0.3)} ${n(width * 0.34)} ${n(-width * 0.06)} ${n(width * 0.34)}`,
    colour,
    width * 0.075,
  )
  fill(
    `M${n(-width / 2)} ${n(-width * 0.58)}C${n(-width / 2)} ${n(-width * 0.12)} ${n(-width * 0.34)} 0 ${n(-width * 0.18)} 0H${n(width * 0.18)}C${n(width * 0.34)} 0 ${n(width / 2)} ${n(-width * 0.12)} ${n(width / 2)} ${n(-width * 0.58)}Z`,
    colour,
    shade('right', 0.4),
  )
  fill(ellipse(0, -width * 0.58, width / 2, width * 0.09), blend(colour, palette.paper, 0.4))
  fill(ellipse(0, -width * 0.57, width * 0.43, width * 0.065), inside)
}

export function teapot({ fill, circle, line }: Canvas, width: number, colour: string, rim: string): void {
  line(
    `M${n(-width * 0.36)} ${n(-width * 0.62)}C${n(-width * 0.3)} ${n(-width * 1.02)} ${n(width * 0.3)} ${n(-width * 1.02)} ${n(width * 0.36)} ${n(-width * 0.62)}`,
    rim,
    width * 0.05,
  )
  fill(
    `M${n(width * 0.38)} ${n(-width * 0.22)}C${n(width * 0.6)} ${n(-width * 0.24)} ${n(width * 0.54)} ${n(-width * 0.54)} ${n(width * 0.74)} ${n(-width * 0.58)}L${n(width * 0.8)} ${n(-width * 0.5)}C${n(width * 0.66)} ${n(-width * 0.42)} ${n(width * 0.66)} ${n(-width * 0.12)} ${n(width * 0.36)} ${n(-width * 0.08)}Z`,
    colour,
  )
  fill(
    `M${n(-width * 0.24)} 0C${n(-width * 0.62)} ${n(-width * 0.12)} ${n(-width * 0.56)} ${n(-width * 0.62)} ${n(-width * 0.16)} ${n(-width * 0.66)}H${n(width * 0.16)}C${n(width * 0.56)} ${n(-width * 0.62)} ${n(width * 0.62)} ${n(-width * 0.12)} ${n(width * 0.24)} 0Z`,
    colour,
    light('left', 0.35),
  )
  fill(ellipse(0, -width * 0.66, width * 0.2, width * 0.045), rim)
  circle(0, -width * 0.73, width * 0.05, rim)
}

export function steam({ line, random }: Canvas, colour: string, height = 150, count = 3): void {
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * 30
    const sway = 17 * (random.chance(0.5) ? 1 : -1)
    line(
      `M${n(x)} 0c${sway} ${n(-height * 0.2)} ${-sway} ${n(-height * 0.36)} 0 ${n(-height * 0.56)}s${-sway} ${n(-height * 0.3)} ${n(sway * 0.3)} ${n(-height * (0.34 + 0.12 * (i % 2)))}`,
      colour,
      8,
    )
  }
}

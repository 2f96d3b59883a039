/** What stands on tables and in kitchens. Each stands at the origin. */
import { type Canvas, ellipse, type Point, polygon, rectangle, turned } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'

export function bottle({ fill, inks }: Canvas, high: number, ink: string, label = inks.paper): void {
  const w = high * 0.14
  fill(
    turned([
      [w * 0.3, -high],
      [w * 0.3, -high * 0.74],
      [w * 0.45, -high * 0.66],
      [w, -high * 0.54],
      [w, -high * 0.3],
      [w, 0],
    ]),
    ink,
    light('left', 0.35),
  )
  fill(rectangle(-w * 0.36, -high - 4, w * 0.72, high * 0.09), inks.accent)
  fill(rectangle(-w, -high * 0.4, w * 2, high * 0.24), label, shade('right', 0.35))
  fill(rectangle(-w * 0.55, -high * 0.33, w * 1.1, high * 0.03), ink)
}

/** With so much in it, 0 to 1. */
export function wineGlass(c: Canvas, high: number, glass: string, wine: string): void {
  const w = high * 0.2
  const bowl: Point[] = [
    [w * 0.78, -high],
    [w, -high * 0.78],
    [w * 0.72, -high * 0.52],
    [0.01, -high * 0.44],
  ]
  c.fill(turned(bowl), glass, light('left', 0.3))
  c.through(turned(bowl), () => c.fill(rectangle(-w * 2, -high * 0.74, w * 4, high), wine, shade('right', 0.5)))
  c.line(`M0 ${n(-high * 0.46)}V-4`, glass, high * 0.035)
  c.fill(ellipse(0, -4, w * 0.75, 6), glass)
}

export function beerGlass({ fill, inks, line }: Canvas, high: number, beer: string): void {
  const w = high * 0.27
  line(
    `M${n(w)} ${n(-high * 0.72)}h${n(w * 0.5)}a20 20 0 0 1 20 20v${n(high * 0.24)}a20 20 0 0 1 -20 20h${n(-w * 0.5)}`,
    blend(inks.paper, inks.glow, 0.4),
    high * 0.06,
  )
  fill(
    polygon([
      [-w, -high * 0.86],
      [w, -high * 0.86],
      [w * 0.9, 0],
      [-w * 0.9, 0],
    ]),
    beer,
    light('left', 0.5),
  )
  fill(
    `M${n(-w * 1.1)} ${n(-high * 0.8)}c-8 -34 20 -48 ${n(w * 0.6)} -40c14 -22 46 -18 ${n(w * 0.7)} 2c26 -8 44 8 ${n(w * 0.9)} 38Z`,
    inks.paper,
    shade('bottom', 0.25),
  )
}

export function cup({ fill, inks, line }: Canvas, wide: number, ink: string, inside: string): void {
  line(
    `M${n(wide * 0.46)} ${n(-wide * 0.48)}c${n(wide * 0.34)} ${n(-wide * 0.05)} ${n(wide * 0.3)} ${n(wide * 0.34)} ${n(-wide * 0.06)} ${n(wide * 0.34)}`,
    ink,
    wide * 0.075,
  )
  fill(
    `M${n(-wide / 2)} ${n(-wide * 0.58)}C${n(-wide / 2)} ${n(-wide * 0.12)} ${n(-wide * 0.34)} 0 ${n(-wide * 0.18)} 0H${n(wide * 0.18)}C${n(wide * 0.34)} 0 ${n(wide / 2)} ${n(-wide * 0.12)} ${n(wide / 2)} ${n(-wide * 0.58)}Z`,
    ink,
    shade('right', 0.4),
  )
  fill(ellipse(0, -wide * 0.58, wide / 2, wide * 0.09), blend(ink, inks.paper, 0.4))
  fill(ellipse(0, -wide * 0.57, wide * 0.43, wide * 0.065), inside)
}

export function teapot({ fill, disc, line }: Canvas, wide: number, ink: string, rim: string): void {
  line(
    `M${n(-wide * 0.36)} ${n(-wide * 0.62)}C${n(-wide * 0.3)} ${n(-wide * 1.02)} ${n(wide * 0.3)} ${n(-wide * 1.02)} ${n(wide * 0.36)} ${n(-wide * 0.62)}`,
    rim,
    wide * 0.05,
  )
  fill(
    `M${n(wide * 0.38)} ${n(-wide * 0.22)}C${n(wide * 0.6)} ${n(-wide * 0.24)} ${n(wide * 0.54)} ${n(-wide * 0.54)} ${n(wide * 0.74)} ${n(-wide * 0.58)}L${n(wide * 0.8)} ${n(-wide * 0.5)}C${n(wide * 0.66)} ${n(-wide * 0.42)} ${n(wide * 0.66)} ${n(-wide * 0.12)} ${n(wide * 0.36)} ${n(-wide * 0.08)}Z`,
    ink,
  )
  fill(
    `M${n(-wide * 0.24)} 0C${n(-wide * 0.62)} ${n(-wide * 0.12)} ${n(-wide * 0.56)} ${n(-wide * 0.62)} ${n(-wide * 0.16)} ${n(-wide * 0.66)}H${n(wide * 0.16)}C${n(wide * 0.56)} ${n(-wide * 0.62)} ${n(wide * 0.62)} ${n(-wide * 0.12)} ${n(wide * 0.24)} 0Z`,
    ink,
    light('left', 0.35),
  )
  fill(ellipse(0, -wide * 0.66, wide * 0.2, wide * 0.045), rim)
  disc(0, -wide * 0.73, wide * 0.05, rim)
}

export function steam({ line, random }: Canvas, ink: string, high = 150, count = 3): void {
  for (let i = 0; i < count; i++) {
    const x = (i - (count - 1) / 2) * 30
    const sway = 17 * (random.chance(0.5) ? 1 : -1)
    line(
      `M${n(x)} 0c${sway} ${n(-high * 0.2)} ${-sway} ${n(-high * 0.36)} 0 ${n(-high * 0.56)}s${-sway} ${n(-high * 0.3)} ${n(sway * 0.3)} ${n(-high * (0.34 + 0.12 * (i % 2)))}`,
      ink,
      8,
    )
  }
}

/** Fruit in a bowl. */
export function fruitBowl({ fill, disc, inks, random }: Canvas, wide: number, ink: string): void {
  const fruit = [inks.accent, inks.sun, blend(inks.accent, inks.sun, 0.5), blend(inks.mid, inks.glow, 0.25)]
  for (const [x, y, r] of [
    [-0.26, -0.42, 0.16],
    [0.24, -0.43, 0.16],
    [0, -0.52, 0.18],
    [-0.09, -0.4, 0.14],
    [0.12, -0.37, 0.14],
  ] as const)
    disc(x * wide, y * wide, r * wide, random.pick(fruit), shade('right', 0.4))
  fill(
    `M${n(-wide / 2)} ${n(-wide * 0.36)}C${n(-wide * 0.44)} ${n(-wide * 0.06)} ${n(-wide * 0.2)} 0 0 0S${n(wide * 0.44)} ${n(-wide * 0.06)} ${n(wide / 2)} ${n(-wide * 0.36)}Z`,
    ink,
    light('left', 0.3),
  )
}

export function grapes({ disc, line, inks }: Canvas, size: number, ink: string): void {
  line(`M0 ${n(-size)}q${n(size * 0.1)} ${n(-size * 0.2)} ${n(size * 0.3)} ${n(-size * 0.22)}`, inks.near, size * 0.06)
  for (const [x, y] of [
    [0, -0.9],
    [-0.28, -0.86],
    [0.27, -0.85],
    [-0.45, -0.62],
    [-0.15, -0.62],
    [0.16, -0.62],
    [0.42, -0.6],
    [-0.3, -0.38],
    [0, -0.38],
    [0.28, -0.38],
    [-0.14, -0.15],
    [0.12, -0.15],
  ] as const)
    disc(x * size, y * size, size * 0.17, ink, light('left', 0.55))
}

export function cheese({ fill, disc }: Canvas, wide: number, ink: string, hole: string): void {
  fill(
    polygon([
      [-wide / 2, -wide * 0.22],
      [wide / 2, -wide * 0.5],
      [wide / 2, 0],
      [-wide / 2, 0],
    ]),
    ink,
    shade('right', 0.35),
  )
  for (const [x, y, r] of [
    [-0.15, -0.16, 0.05],
    [0.18, -0.27, 0.07],
    [0.3, -0.1, 0.045],
  ] as const)
    disc(x * wide, y * wide, r * wide, hole)
}

export function pot({ fill, line, disc, inks }: Canvas, wide: number, ink: string): void {
  const high = wide * 0.62
  line(
    `M${n(-wide / 2)} ${n(-high * 0.72)}h${n(-wide * 0.14)}M${n(wide / 2)} ${n(-high * 0.72)}h${n(wide * 0.14)}`,
    ink,
    wide * 0.08,
  )
  fill(
    `M${n(-wide / 2)} ${n(-high)}V${n(-wide * 0.1)}q0 ${n(wide * 0.1)} ${n(wide * 0.1)} ${n(wide * 0.1)}h${n(wide * 0.8)}q${n(wide * 0.1)} 0 ${n(wide * 0.1)} ${n(-wide * 0.1)}V${n(-high)}Z`,
    ink,
    light('left', 0.35),
  )
  fill(
    `M${n(-wide * 0.54)} ${n(-high)}q${n(wide * 0.54)} ${n(-wide * 0.24)} ${n(wide * 1.08)} 0Z`,
    blend(ink, inks.paper, 0.18),
    light('left', 0.3),
  )
  disc(0, -high - wide * 0.15, wide * 0.055, inks.accent)
}

export function pan({ fill, line, disc }: Canvas, size: number, ink: string, inside: string): void {
  line(`M0 0V${n(size * 0.95)}`, ink, size * 0.1)
  disc(0, size * 1.4, size * 0.5, ink, light('left', 0.3))
  disc(0, size * 1.4, size * 0.38, inside, shade('right', 0.35))
  fill(ellipse(0, 0, size * 0.08, size * 0.08), ink)
}

export function ladle({ line, fill }: Canvas, size: number, ink: string): void {
  line(`M0 0V${n(size * 1.3)}`, ink, size * 0.07)
  fill(
    `M${n(-size * 0.2)} ${n(size * 1.3)}h${n(size * 0.4)}a${n(size * 0.2)} ${n(size * 0.22)} 0 0 1 ${n(-size * 0.4)} 0Z`,
    ink,
  )
}

/** Outlines that a potter turns; the first is a vase, the last a bowl. */
const vessels: readonly (readonly Point[])[] = [
  [
    [0.16, -1],
    [0.1, -0.86],
    [0.34, -0.56],
    [0.36, -0.3],
    [0.18, 0],
  ],
  [
    [0.22, -1],
    [0.14, -0.9],
    [0.2, -0.76],
    [0.42, -0.46],
    [0.3, -0.1],
    [0.2, 0],
  ],
  [
    [0.12, -1],
    [0.11, -0.66],
    [0.3, -0.42],
    [0.34, -0.16],
    [0.22, 0],
  ],
  [
    [0.3, -0.8],
    [0.26, -0.7],
    [0.42, -0.44],
    [0.4, -0.2],
    [0.24, 0],
  ],
  [
    [0.26, -0.74],
    [0.27, -0.4],
    [0.27, 0],
  ],
  [
    [0.52, -0.46],
    [0.46, -0.2],
    [0.2, 0],
  ],
]

export function vessel(c: Canvas, high: number, ink: string, band: string): void {
  const outline = turned(c.random.pick(vessels).map(([x, y]): Point => [x * high, y * high]))
  c.fill(outline, ink, shade('right', 0.5))
  const stripes = c.random.int(0, 3)
  c.through(outline, () => {
    for (let i = 0; i < stripes; i++) c.fill(rectangle(-high, -high * (0.32 + i * 0.11), high * 2, high * 0.05), band)
    if (stripes === 0) c.fill(rectangle(-high, -high * 0.3, high * 2, high * 0.4), band, shade('right', 0.4))
  })
}

/** What stands on tables and in kitchens. Each stands at the origin. */
import { type Canvas, ellipse, type Point, polygon, rectangle, turned } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'

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

/** With so much in it, 0 to 1. */
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

/** Fruit in a bowl. */
export function fruitBowl({ fill, circle, palette, random }: Canvas, width: number, colour: string): void {
  const fruit = [palette.accent, palette.sun, blend(palette.accent, palette.sun, 0.5), blend(palette.mid, palette.glow, 0.25)]
  for (const [x, y, r] of [
    [-0.26, -0.42, 0.16],
    [0.24, -0.43, 0.16],
    [0, -0.52, 0.18],
    [-0.09, -0.4, 0.14],
    [0.12, -0.37, 0.14],
  ] as const)
    circle(x * width, y * width, r * width, random.pick(fruit), shade('right', 0.4))
  fill(
    `M${n(-width / 2)} ${n(-width * 0.36)}C${n(-width * 0.44)} ${n(-width * 0.06)} ${n(-width * 0.2)} 0 0 0S${n(width * 0.44)} ${n(-width * 0.06)} ${n(width / 2)} ${n(-width * 0.36)}Z`,
    colour,
    light('left', 0.3),
  )
}

export function grapes({ circle, line, palette }: Canvas, size: number, colour: string): void {
  line(`M0 ${n(-size)}q${n(size * 0.1)} ${n(-size * 0.2)} ${n(size * 0.3)} ${n(-size * 0.22)}`, palette.near, size * 0.06)
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
    circle(x * size, y * size, size * 0.17, colour, light('left', 0.55))
}

export function cheese({ fill, circle }: Canvas, width: number, colour: string, hole: string): void {
  fill(
    polygon([
      [-width / 2, -width * 0.22],
      [width / 2, -width * 0.5],
      [width / 2, 0],
      [-width / 2, 0],
    ]),
    colour,
    shade('right', 0.35),
  )
  for (const [x, y, r] of [
    [-0.15, -0.16, 0.05],
    [0.18, -0.27, 0.07],
    [0.3, -0.1, 0.045],
  ] as const)
    circle(x * width, y * width, r * width, hole)
}

export function pot({ fill, line, circle, palette }: Canvas, width: number, colour: string): void {
  const height = width * 0.62
  line(
    `M${n(-width / 2)} ${n(-height * 0.72)}h${n(-width * 0.14)}M${n(width / 2)} ${n(-height * 0.72)}h${n(width * 0.14)}`,
    colour,
    width * 0.08,
  )
  fill(
    `M${n(-width / 2)} ${n(-height)}V${n(-width * 0.1)}q0 ${n(width * 0.1)} ${n(width * 0.1)} ${n(width * 0.1)}h${n(width * 0.8)}q${n(width * 0.1)} 0 ${n(width * 0.1)} ${n(-width * 0.1)}V${n(-height)}Z`,
    colour,
    light('left', 0.35),
  )
  fill(
    `M${n(-width * 0.54)} ${n(-height)}q${n(width * 0.54)} ${n(-width * 0.24)} ${n(width * 1.08)} 0Z`,
    blend(colour, palette.paper, 0.18),
    light('left', 0.3),
  )
  circle(0, -height - width * 0.15, width * 0.055, palette.accent)
}

export function pan({ fill, line, circle }: Canvas, size: number, colour: string, inside: string): void {
  line(`M0 0V${n(size * 0.95)}`, colour, size * 0.1)
  circle(0, size * 1.4, size * 0.5, colour, light('left', 0.3))
  circle(0, size * 1.4, size * 0.38, inside, shade('right', 0.35))
  fill(ellipse(0, 0, size * 0.08, size * 0.08), colour)
}

export function ladle({ line, fill }: Canvas, size: number, colour: string): void {
  line(`M0 0V${n(size * 1.3)}`, colour, size * 0.07)
  fill(
    `M${n(-size * 0.2)} ${n(size * 1.3)}h${n(size * 0.4)}a${n(size * 0.2)} ${n(size * 0.22)} 0 0 1 ${n(-size * 0.4)} 0Z`,
    colour,
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

export function vessel(c: Canvas, height: number, colour: string, band: string): void {
  const outline = turned(c.random.pick(vessels).map(([x, y]): Point => [x * height, y * height]))
  c.fill(outline, colour, shade('right', 0.5))
  const stripes = c.random.int(0, 3)
  c.clip(outline, () => {
    for (let i = 0; i < stripes; i++) c.fill(rectangle(-height, -height * (0.32 + i * 0.11), height * 2, height * 0.05), band)
    if (stripes === 0) c.fill(rectangle(-height, -height * 0.3, height * 2, height * 0.4), band, shade('right', 0.4))
  })
}

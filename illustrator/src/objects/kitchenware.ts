import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { ellipse, type Point, polygon, rectangle, turned } from '../canvas/shapes.ts'

export function fruitBowl({ fill, circle, palette, random }: Canvas, width: number, colour: string): void {
  const fruit = [
    palette.accent,
    palette.sun,
    blend(palette.accent, palette.sun, 0.5),
    blend(palette.mid, palette.glow, 0.25),
  ]
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
  line(
    `M0 ${n(-size)}q${n(size * 0.1)} ${n(-size * 0.2)} ${n(size * 0.3)} ${n(-size * 0.22)}`,
    palette.near,
    size * 0.06,
  )
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

/** Right sides of vessels, from a vase to a bowl. */
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
    for (let i = 0; i < stripes; i++)
      c.fill(rectangle(-height, -height * (0.32 + i * 0.11), height * 2, height * 0.05), band)
    if (stripes === 0) c.fill(rectangle(-height, -height * 0.3, height * 2, height * 0.4), band, shade('right', 0.4))
  })
}

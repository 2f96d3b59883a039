/** Sky, sun, hills, peaks and water. */
import type { Canvas } from '../canvas/canvas.ts'
import { HEIGHT, light, n, shade, WIDTH } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { curve, ground, type Point, polygon, rectangle } from '../canvas/shapes.ts'

export function drawSky(c: Canvas, withSun = true): void {
  const { palette, scene, random } = c
  c.fill(rectangle(0, 0, WIDTH, HEIGHT), palette.sky, shade('top', 0.34))
  if (scene.sky === 'bands' || scene.sky === 'waves') {
    const steps = 4
    for (let step = 1; step <= steps; step++) {
      const y = scene.horizon - 330 * (1 - (step - 0.6) / steps) ** 1.25
      const colour = blend(palette.sky, palette.glow, step / steps)
      const swing = scene.sky === 'waves' ? 26 : 0
      c.fill(ground(rolling(c, y, swing, 4)), colour, step < steps ? undefined : light('bottom', 0.2))
    }
  } else {
    c.fill(ground(rolling(c, scene.horizon - 210, 0, 2)), blend(palette.sky, palette.glow, 0.84), light('bottom', 0.4))
  }
  if (scene.hour === 'night') drawStars(c, random.int(60, 110))
  if (withSun) drawSun(c)
  drawClouds(c)
}

export function drawSun(c: Canvas): void {
  const { palette, scene } = c
  const { x, y, radius } = scene.sun
  if (scene.sky === 'halo') {
    for (const [fraction, grown] of [
      [0.14, 3.1],
      [0.26, 2.3],
      [0.42, 1.6],
    ] as const)
      c.circle(
        x,
        y,
        radius * grown,
        blend(palette.glow, palette.sun, scene.hour === 'night' ? fraction * 0.5 : fraction),
      )
  }
  c.circle(x, y, radius, palette.sun, scene.hour === 'night' ? shade('left', 0.35) : light('top', 0.35))
}

function drawStars(c: Canvas, count: number): void {
  const { palette, random, scene } = c
  for (let i = 0; i < count; i++) {
    const big = random() < 0.12
    c.circle(
      random.between(10, WIDTH - 10),
      random.between(10, scene.horizon - 40),
      big ? 4 : random.between(1.4, 2.6),
      palette.paper,
    )
  }
}

function drawClouds(c: Canvas): void {
  const { scene, random, palette } = c
  if (scene.clouds === 'none') return
  const colour = blend(palette.glow, palette.paper, 0.65)
  const count = random.int(2, 4)
  for (let i = 0; i < count; i++) {
    const [x, y] = [random.between(40, WIDTH - 40), random.between(70, scene.horizon - 120)]
    const size = random.between(0.7, 1.3)
    c.fill(scene.clouds === 'strips' ? strips(c, x, y, size) : pillow(c, x, y, size), colour, shade('bottom', 0.16))
  }
}

/** A stylised cloud: three bars with round ends. */
function strips({ random }: Canvas, x: number, y: number, size: number): string {
  const thick = 22 * size
  return [0, 1, 2]
    .map((row) => {
      const width = random.between(150, 330) * size * (row === 1 ? 1.25 : 0.8)
      const left = x - width / 2 + random.between(-50, 50) * size
      return `M${n(left)} ${n(y + row * thick)}h${n(width)}a${n(thick / 2)} ${n(thick / 2)} 0 0 1 0 ${n(thick)}h${n(-width)}a${n(thick / 2)} ${n(thick / 2)} 0 0 1 0 ${n(-thick)}Z`
    })
    .join('')
}

function pillow({ random }: Canvas, x: number, y: number, size: number): string {
  let path = `M${n(x - 120 * size)} ${n(y)}`
  for (const [width, height] of [
    [62, 34],
    [88, 66],
    [70, 44],
    [50, 26],
  ] as const) {
    const bump = random.between(0.8, 1.15)
    path += `c0 ${n(-height * size * bump)} ${n(width * size)} ${n(-height * size * bump)} ${n(width * size)} 0`
  }
  return `${path}Z`
}

/** A line that rolls from edge to edge around y. */
export function rolling({ random }: Canvas, y: number, swing: number, bumps: number): string {
  const points: Point[] = Array.from({ length: bumps + 3 }, (_, i) => [
    -20 + ((WIDTH + 40) * (i + (i > 0 && i < bumps + 2 ? random.between(-0.25, 0.25) : 0))) / (bumps + 2),
    y + random.between(-swing, swing),
  ])
  return curve(points)
}

export function drawHills(c: Canvas, y: number, swing: number, colour: string, bumps = 3): void {
  c.fill(ground(rolling(c, y, swing, bumps)), colour, shade('bottom', 0.42))
}

/** Peaks with a lit and a shaded side. */
export function drawPeaks(c: Canvas, base: number, height: number, colour: string, snow?: string): void {
  const { random, palette } = c
  const count = random.int(2, 5)
  const peaks = Array.from({ length: count }, (_, i): [number, number, number] => [
    ((i + 0.5) / count) * WIDTH + random.between(-70, 70),
    base - height * random.between(0.55, 1),
    random.between(230, 360),
  ]).sort((a, b) => b[1] - a[1])
  c.fill(rectangle(-20, base - 12, WIDTH + 40, HEIGHT), colour)
  for (const [x, top, half] of [...peaks].reverse()) {
    const kink = random.between(-30, 30)
    c.fill(
      polygon([
        [x, top],
        [x + half * 0.45, top + (base - top) * 0.4],
        [x + half, base + 8],
        [x - half, base + 8],
        [x - half * 0.5, top + (base - top) * 0.52],
      ]),
      colour,
      light('top', 0.22),
    )
    c.fill(
      polygon([
        [x, top],
        [x + half * 0.45, top + (base - top) * 0.4],
        [x + half, base + 8],
        [x + kink, base + 8],
        [x + 34, top + (base - top) * 0.55],
        [x - 12, top + (base - top) * 0.3],
      ]),
      blend(colour, palette.near, 0.28),
      shade('bottom', 0.4),
    )
    if (snow) {
      const s = (fraction: number, side: number): Point => [x + side, top + (base - top) * fraction]
      c.fill(
        polygon([
          [x, top],
          s(0.2, half * 0.22),
          s(0.17, half * 0.1),
          s(0.29, half * 0.06),
          s(0.2, -half * 0.04),
          s(0.27, -half * 0.16),
          s(0.21, -half * 0.2),
        ]),
        snow,
        shade('right', 0.25),
      )
    }
  }
}

/** Water from the horizon down, with the sun's path on it. */
export function drawSea(c: Canvas, top = c.scene.horizon, colour = c.palette.far): void {
  const { palette, random, scene } = c
  c.fill(rectangle(-20, top, WIDTH + 40, HEIGHT), colour, shade('bottom', 0.5))
  c.fill(ground(rolling(c, top + 120, 10, 4)), blend(colour, palette.mid, 0.45), shade('bottom', 0.4))
  c.fill(ground(rolling(c, top + 230, 14, 3)), blend(colour, palette.mid, 0.85), shade('bottom', 0.4))
  const rows = 9
  for (let row = 0; row < rows; row++) {
    const y = top + 14 + row * (11 + row * 3.2)
    const width = scene.sun.radius * (1.5 - row * 0.05) * random.between(0.6, 1)
    const x = scene.sun.x + random.between(-18, 18)
    c.line(`M${n(x - width / 2)} ${n(y)}h${n(width)}`, blend(palette.sun, palette.glow, 0.25), 5 + row * 0.7)
  }
  for (let i = 0; i < 14; i++) {
    const y = random.between(top + 30, HEIGHT - 30)
    c.line(
      `M${n(random.between(0, WIDTH))} ${n(y)}h${n(random.between(30, 110))}`,
      blend(colour, palette.paper, 0.32),
      3,
    )
  }
}

/** The thin line at the horizon that recurs in the whole visual identity. */
export function drawHorizon({ scene, palette, line }: Canvas, colour = palette.sun): void {
  line(`M-20 ${n(scene.horizon)}H${WIDTH + 20}`, colour, 4)
}

export function drawBirds(c: Canvas, x: number, y: number, colour: string, count = c.random.int(3, 7)): void {
  const { random } = c
  for (let i = 0; i < count; i++) {
    const size = random.between(0.7, 1.3)
    c.at({ x: x + random.between(-130, 130), y: y + random.between(-60, 60), scale: size }, () =>
      c.fill('M-26 -8C-16 -16 -6 -10 0 0C6 -10 16 -16 26 -8C16 -10 8 -4 0 8C-8 -4 -16 -10 -26 -8Z', colour),
    )
  }
}

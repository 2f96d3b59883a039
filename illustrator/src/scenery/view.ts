/** The landscape behind most compositions, from far to near. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { curve, ground, type Point, rectangle } from '../canvas/shapes.ts'
import { row } from '../objects/plants.ts'
import { drawHills, drawHorizon, drawPeaks, drawSea, drawSky, rolling } from './land.ts'

export const isWatery = ({ scene }: Canvas) => scene.setting === 'coast' || scene.setting === 'river'

/** Sky and distant land, down to the horizon. */
export function farView(c: Canvas): void {
  const { scene, palette, random } = c
  drawSky(c)
  if (scene.setting === 'mountain')
    drawPeaks(c, scene.horizon + 4, 230, palette.far, scene.climate === 'north' ? palette.paper : undefined)
  else if (scene.setting === 'desert') {
    drawHills(c, scene.horizon - 26, 34, palette.far, 2)
  } else if (isWatery(c)) {
    if (random.chance(0.6)) headland(c)
    drawSea(c)
  } else {
    drawHills(c, scene.horizon - 46, 30, blend(palette.far, palette.glow, 0.45), 4)
    drawHills(c, scene.horizon - 10, 26, palette.far, 3)
  }
  drawHorizon(c)
}

/** A cape that ends in the water. */
function headland(c: Canvas): void {
  const { scene, palette, random } = c
  const fromLeft = scene.sun.x > 600
  const length = random.between(260, 430)
  const height = random.between(70, 130)
  const y = scene.horizon + 2
  const x = (fraction: number) => (fromLeft ? -20 + length * fraction : 1220 - length * fraction)
  c.fill(
    `M${x(0)} ${y}V${y - height}C${x(0.3)} ${y - height * 1.1} ${x(0.4)} ${y - height * 0.6} ${x(0.62)} ${y - height * 0.55}C${x(0.8)} ${y - height * 0.5} ${x(0.86)} ${y - 14} ${x(1)} ${y}Z`,
    blend(palette.far, palette.mid, 0.55),
    shade('bottom', 0.4),
  )
}

/** The land in the middle: fields, dunes or woods. */
export function midLand(c: Canvas, y: number, colour = c.palette.mid): void {
  const { scene, random } = c
  drawHills(c, y, 28, colour, 2)
  if (scene.setting === 'forest') row(c, spread(c, 16, y - 6, 18), 120, blend(colour, c.palette.near, 0.35))
  else if (scene.setting === 'hills' && random.chance(0.7))
    row(c, spread(c, 5, y + 8, 14), 90, blend(colour, c.palette.near, 0.5))
}

export function spread({ random }: Canvas, count: number, y: number, swing: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => [
    ((i + random.between(0.1, 0.9)) * 1200) / count,
    y + random.between(-swing, swing),
  ])
}

/** Maps 0 to 1 to x, from the left or from the right edge. */
export const across = (fromLeft: boolean) => (fraction: number) => (fromLeft ? fraction * 1200 : 1200 - fraction * 1200)

/** The foreground below a falling line. */
export function slope(c: Canvas, line: readonly Point[], { foot = 830, lit = 0.18 } = {}): void {
  c.fill(`${curve(line)}V${foot}H${n(line[0]?.[0] ?? 0)}Z`, c.palette.near, light('top', lit))
}

/** Rows that run to one point on the horizon: vines, tea, lavender. */
export function furrows(c: Canvas, y: number, colour: string, stripe: string): void {
  const { random } = c
  const to = random.between(350, 850)
  c.fill(ground(rolling(c, y, 10, 2)), colour, shade('bottom', 0.4))
  c.clip(ground(rolling(c, y + 8, 8, 2)), () => {
    for (let i = -12; i <= 12; i++) {
      const foot = to + i * 190
      c.fill(`M${to + i * 26} ${y - 10}L${foot - 34} 820H${foot + 34}Z`, stripe, shade('bottom', 0.35))
    }
  })
}

/** A wall with an opening, for example a window. */
export function wallWith(c: Canvas, opening: string, colour: string): void {
  c.fillWithHoles(`${rectangle(-20, -20, 1240, 840)}${opening}`, colour, shade('bottom', 0.35))
}

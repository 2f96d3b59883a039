/** What lies beyond: the land of a place, from far to near. Most families begin or end with it. */
import { type Canvas, curve, ground, type Point, rectangle } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { row } from '../objects/plants.ts'
import { drawHills, drawHorizon, drawPeaks, drawSea, drawSky, rolling } from './land.ts'

export const isWatery = ({ scene }: Canvas) => scene.setting === 'coast' || scene.setting === 'river'

/** Sky, and the far line under it, up to the horizon. */
export function farView(c: Canvas): void {
  const { scene, inks, random } = c
  drawSky(c)
  if (scene.setting === 'mountain')
    drawPeaks(c, scene.horizon + 4, 230, inks.far, scene.climate === 'north' ? inks.paper : undefined)
  else if (scene.setting === 'desert') {
    drawHills(c, scene.horizon - 26, 34, inks.far, 2)
  } else if (isWatery(c)) {
    if (random.chance(0.6)) headland(c)
    drawSea(c)
  } else {
    drawHills(c, scene.horizon - 46, 30, blend(inks.far, inks.glow, 0.45), 4)
    drawHills(c, scene.horizon - 10, 26, inks.far, 3)
  }
  drawHorizon(c)
}

/** A cape that ends in the water. */
function headland(c: Canvas): void {
  const { scene, inks, random } = c
  const fromLeft = scene.sun.x > 600
  const long = random.between(260, 430)
  const high = random.between(70, 130)
  const y = scene.horizon + 2
  const x = (part: number) => (fromLeft ? -20 + long * part : 1220 - long * part)
  c.fill(
    `M${x(0)} ${y}V${y - high}C${x(0.3)} ${y - high * 1.1} ${x(0.4)} ${y - high * 0.6} ${x(0.62)} ${y - high * 0.55}C${x(0.8)} ${y - high * 0.5} ${x(0.86)} ${y - 14} ${x(1)} ${y}Z`,
    blend(inks.far, inks.mid, 0.55),
    shade('bottom', 0.4),
  )
}

/** The land in the middle: fields, dunes or woods. */
export function midLand(c: Canvas, y: number, ink = c.inks.mid): void {
  const { scene, random } = c
  drawHills(c, y, 28, ink, 2)
  if (scene.setting === 'forest') row(c, spread(c, 16, y - 6, 18), 120, blend(ink, c.inks.near, 0.35))
  else if (scene.setting === 'hills' && random.chance(0.7))
    row(c, spread(c, 5, y + 8, 14), 90, blend(ink, c.inks.near, 0.5))
}

export function spread({ random }: Canvas, count: number, y: number, swing: number): [number, number][] {
  return Array.from({ length: count }, (_, i) => [
    ((i + random.between(0.1, 0.9)) * 1200) / count,
    y + random.between(-swing, swing),
  ])
}

/** Part of the way across the sheet, from either side. */
export const across = (fromLeft: boolean) => (part: number) => (fromLeft ? part * 1200 : 1200 - part * 1200)

/** The near ground, which falls along a line from one side to the other. */
export function slope(c: Canvas, line: readonly Point[], { foot = 830, lit = 0.18 } = {}): void {
  c.fill(`${curve(line)}V${foot}H${n(line[0]?.[0] ?? 0)}Z`, c.inks.near, light('top', lit))
}

/** Rows that run to one point on the horizon: vines, tea, lavender. */
export function furrows(c: Canvas, y: number, ink: string, stripe: string): void {
  const { random } = c
  const to = random.between(350, 850)
  c.fill(ground(rolling(c, y, 10, 2)), ink, shade('bottom', 0.4))
  c.through(ground(rolling(c, y + 8, 8, 2)), () => {
    for (let i = -12; i <= 12; i++) {
      const foot = to + i * 190
      c.fill(`M${to + i * 26} ${y - 10}L${foot - 34} 820H${foot + 34}Z`, stripe, shade('bottom', 0.35))
    }
  })
}

/** Walls with a hole in them. */
export function wallWith(c: Canvas, opening: string, ink: string): void {
  c.cut(`${rectangle(-20, -20, 1240, 840)}${opening}`, ink, shade('bottom', 0.35))
}

/** Mountains and hikers. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { type Point, polygon } from '../../canvas/shapes.ts'
import { walker } from '../../objects/people.ts'
import { pine, row } from '../../objects/plants.ts'
import { drawHills, drawHorizon, drawPeaks, drawSky } from '../../scenery/land.ts'
import { across, slope, spread } from '../../scenery/view.ts'

export function hike(c: Canvas): void {
  c.random.pick([climb, summit, climb])(c)
}

/** One great mountain, and the way up. */
function summit(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawPeaks(c, scene.horizon + 30, 150, blend(palette.far, palette.glow, 0.4))
  drawHorizon(c)
  const [x, top] = [random.between(520, 680), random.between(110, 170)]
  const lit = blend(palette.far, palette.mid, 0.45)
  c.fill(
    polygon([
      [x, top],
      [x + 120, top + 130],
      [x + 210, top + 190],
      [x + 520, 640],
      [x - 520, 640],
      [x - 260, top + 250],
      [x - 130, top + 150],
    ]),
    lit,
    light('top', 0.25),
  )
  c.fill(
    polygon([
      [x, top],
      [x + 120, top + 130],
      [x + 210, top + 190],
      [x + 520, 640],
      [x - 60, 640],
      [x + 40, top + 330],
      [x - 30, top + 220],
      [x + 26, top + 120],
    ]),
    blend(lit, palette.near, 0.42),
    shade('bottom', 0.45),
  )
  c.fill(
    polygon([
      [x, top],
      [x + 84, top + 92],
      [x + 50, top + 84],
      [x + 34, top + 150],
      [x - 6, top + 96],
      [x - 44, top + 132],
      [x - 60, top + 70],
    ]),
    palette.paper,
    shade('right', 0.4),
  )
  c.line(
    `M${n(x - 190)} 660L${n(x - 250)} 600L${n(x - 60)} 556L${n(x - 190)} 500L${n(x - 40)} 452L${n(x - 116)} 408L${n(x - 30)} 366`,
    palette.paper,
    6,
  )
  drawHills(c, 610, 26, palette.mid, 2)
  row(c, spread(c, 15, 640, 22), 120, blend(palette.mid, palette.near, 0.45), pine)
  drawHills(c, 716, 24, palette.near, 2)
  c.at({ x: random.between(260, 420), y: 726 }, () => walker(c, 180, palette.near, palette.accent))
  for (const at of [40, 130, 990, 1080, 1170])
    c.at({ x: at, y: 770 }, () => pine(c, random.between(260, 430), palette.near))
}

function climb(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  const snow = scene.climate === 'north' || random.chance(0.5) ? palette.paper : undefined
  drawPeaks(c, scene.horizon - 10, 200, blend(palette.far, palette.glow, 0.35), snow)
  drawPeaks(c, scene.horizon + 90, 290, palette.far, snow)
  drawHorizon(c)
  drawHills(c, scene.horizon + 100, 40, blend(palette.mid, palette.far, 0.3), 2)
  row(c, spread(c, 13, scene.horizon + 124, 20), 88, blend(palette.mid, palette.near, 0.35), pine)
  const left = random.chance(0.5)
  const x = across(left)
  const ridge: Point[] = [
    [x(-0.03), 470],
    [x(0.14), 520],
    [x(0.3), 560],
    [x(0.52), 668],
    [x(0.78), 704],
    [x(1.03), 760],
  ]
  slope(c, ridge, { foot: 820, lit: 0.16 })
  c.at({ x: x(0.22), y: 545, flip: !left }, () => walker(c, 190, palette.near, palette.accent))
  if (random.chance(0.5))
    c.at({ x: x(0.34), y: 585, flip: !left }, () => walker(c, 178, palette.near, palette.sun, false))
  for (const [fraction, foot, height] of [
    [0.62, 720, 230],
    [0.7, 735, 300],
    [0.8, 740, 210],
    [0.9, 765, 330],
    [0.99, 775, 260],
  ] as const)
    c.at({ x: x(fraction), y: foot }, () => pine(c, height * random.between(0.85, 1.15), palette.near))
}

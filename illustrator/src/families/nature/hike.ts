/** Mountains, and who climbs them. */
import { type Canvas, type Point, polygon } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { walker } from '../../objects/people.ts'
import { pine, row } from '../../objects/plants.ts'
import { drawHills, drawHorizon, drawPeaks, drawSky } from '../../scenery/land.ts'
import { across, slope, spread } from '../../scenery/view.ts'

export function hike(c: Canvas): void {
  c.random.pick([climb, summit, climb])(c)
}

/** One great mountain, and the way up. */
function summit(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  drawPeaks(c, scene.horizon + 30, 150, blend(inks.far, inks.glow, 0.4))
  drawHorizon(c)
  const [x, top] = [random.between(520, 680), random.between(110, 170)]
  const lit = blend(inks.far, inks.mid, 0.45)
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
    blend(lit, inks.near, 0.42),
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
    inks.paper,
    shade('right', 0.4),
  )
  c.line(
    `M${n(x - 190)} 660L${n(x - 250)} 600L${n(x - 60)} 556L${n(x - 190)} 500L${n(x - 40)} 452L${n(x - 116)} 408L${n(x - 30)} 366`,
    inks.paper,
    6,
  )
  drawHills(c, 610, 26, inks.mid, 2)
  row(c, spread(c, 15, 640, 22), 120, blend(inks.mid, inks.near, 0.45), pine)
  drawHills(c, 716, 24, inks.near, 2)
  c.at({ x: random.between(260, 420), y: 726 }, () => walker(c, 180, inks.near, inks.accent))
  for (const at of [40, 130, 990, 1080, 1170])
    c.at({ x: at, y: 770 }, () => pine(c, random.between(260, 430), inks.near))
}

function climb(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  const snow = scene.climate === 'north' || random.chance(0.5) ? inks.paper : undefined
  drawPeaks(c, scene.horizon - 10, 200, blend(inks.far, inks.glow, 0.35), snow)
  drawPeaks(c, scene.horizon + 90, 290, inks.far, snow)
  drawHorizon(c)
  drawHills(c, scene.horizon + 100, 40, blend(inks.mid, inks.far, 0.3), 2)
  row(c, spread(c, 13, scene.horizon + 124, 20), 88, blend(inks.mid, inks.near, 0.35), pine)
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
  c.at({ x: x(0.22), y: 545, flip: !left }, () => walker(c, 190, inks.near, inks.accent))
  if (random.chance(0.5)) c.at({ x: x(0.34), y: 585, flip: !left }, () => walker(c, 178, inks.near, inks.sun, false))
  for (const [part, foot, high] of [
    [0.62, 720, 230],
    [0.7, 735, 300],
    [0.8, 740, 210],
    [0.9, 765, 330],
    [0.99, 775, 260],
  ] as const)
    c.at({ x: x(part), y: foot }, () => pine(c, high * random.between(0.85, 1.15), inks.near))
}

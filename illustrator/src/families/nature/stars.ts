/** The sky at night, with an observatory, a telescope or a camp. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { curve, ground, type Point, polygon, rectangle } from '../../canvas/shapes.ts'
import { telescope } from '../../objects/equipment.ts'
import { walker } from '../../objects/people.ts'
import { row } from '../../objects/plants.ts'
import { drawHills, drawHorizon, drawPeaks, drawSky, rolling } from '../../scenery/land.ts'
import { across, slope } from '../../scenery/view.ts'

export function stars(c: Canvas): void {
  const { palette, random, scene } = c
  const trails = random.chance(0.5)
  if (trails) starTrails(c)
  else {
    drawSky(c, false)
    milkyWay(c)
  }
  drawPeaks(c, scene.horizon + 60, 150, blend(palette.far, palette.mid, 0.3))
  drawHorizon(c)
  drawHills(c, scene.horizon + 90, 26, palette.mid, 2)
  const left = random.chance(0.5)
  const x = across(left)
  slope(
    c,
    [
      [x(-0.03), 590],
      [x(0.2), 600],
      [x(0.42), 668],
      [x(0.7), 720],
      [x(1.03), 730],
    ],
    { lit: 0.2 },
  )
  random.pick([observatory, watcher, camp])(c, x, left)
  row(
    c,
    [
      [x(0.86), 750],
      [x(0.93), 760],
      [x(1), 750],
    ],
    190,
    palette.near,
  )
}

type Across = (fraction: number) => number

function watcher(c: Canvas, x: Across, left: boolean): void {
  c.at({ x: x(0.24), y: 616, flip: !left }, () =>
    telescope(c, 340, blend(c.palette.paper, c.palette.glow, 0.45), c.palette.accent),
  )
  c.at({ x: x(0.12), y: 606, flip: !left }, () =>
    walker(c, 210, blend(c.palette.near, c.palette.glow, 0.6), c.palette.accent, false),
  )
}

function observatory(c: Canvas, x: Across): void {
  const { palette } = c
  const at = x(0.22)
  c.fill(rectangle(at - 105, 500, 210, 120), blend(palette.paper, palette.far, 0.35), shade('right', 0.6))
  c.fill(`M${n(at - 118)} 502a118 122 0 0 1 236 0Z`, blend(palette.paper, palette.far, 0.15), shade('right', 0.6))
  c.fill(
    polygon([
      [at + 8, 502],
      [at + 40, 392],
      [at + 66, 404],
      [at + 44, 502],
    ]),
    palette.near,
  )
  c.line(`M${n(at + 34)} 470L${n(at + 82)} 376`, palette.accent, 15)
  c.fill(rectangle(at - 18, 556, 34, 64), palette.sun)
  c.fill(rectangle(at - 118, 496, 236, 12), blend(palette.far, palette.near, 0.4))
}

function camp(c: Canvas, x: Across, left: boolean): void {
  const { palette } = c
  const at = x(0.26)
  c.fill(
    polygon([
      [at - 150, 634],
      [at, 470],
      [at + 150, 650],
    ]),
    palette.accent,
    shade('right', 0.5),
  )
  c.fill(
    polygon([
      [at - 42, 640],
      [at, 470],
      [at + 40, 644],
    ]),
    palette.sun,
    light('bottom', 0.5),
  )
  c.line(`M${n(at)} 470l-8 -18M${n(at)} 470l8 -18`, palette.accent, 5)
  c.at({ x: x(0.09), y: 604, flip: left }, () =>
    telescope(c, 230, blend(palette.paper, palette.glow, 0.45), palette.sun),
  )
}

/** Star trails, as in a long exposure. */
function starTrails(c: Canvas): void {
  const { palette, random, scene } = c
  const [x, y] = [random.between(380, 820), random.between(200, 330)]
  c.fill(rectangle(0, 0, 1200, 800), palette.sky, shade('top', 0.5))
  c.fill(ground(rolling(c, scene.horizon - 90, 16, 3)), blend(palette.sky, palette.glow, 0.5), shade('top', 0.4))
  c.fill(ground(rolling(c, scene.horizon - 20, 16, 3)), palette.glow)
  const colours = [
    palette.paper,
    palette.sun,
    blend(palette.paper, palette.glow, 0.5),
    blend(palette.accent, palette.paper, 0.4),
  ]
  for (let r = 34; r < 980; r += random.between(17, 25)) {
    const arcs = 2 + Math.floor(r / 210)
    for (let i = 0; i < arcs; i++) {
      const from = random.between(0, Math.PI * 2)
      const to = from + random.between(0.35, 0.95)
      const at = (angle: number) => `${n(x + Math.cos(angle) * r)} ${n(y + Math.sin(angle) * r)}`
      c.line(`M${at(from)}A${n(r)} ${n(r)} 0 0 1 ${at(to)}`, random.pick(colours), random.between(2, 4.4))
    }
  }
  c.circle(x, y, 7, palette.paper)
}

function milkyWay(c: Canvas): void {
  const { palette, random } = c
  const lean = random.pick([-1, 1])
  const at = (fraction: number, off: number): Point => [
    600 + lean * (fraction - 0.5) * 900 + off,
    560 - fraction * 640 + off * 0.3 * lean,
  ]
  const band = (width: number) =>
    `${curve([at(-0.1, -width), at(0.25, -width * 0.5), at(0.5, -width * 1.1), at(0.8, -width * 0.6), at(1.1, -width)])}L${n(at(1.1, width)[0])} ${n(at(1.1, width)[1])}${curve([at(1.1, width), at(0.8, width * 0.7), at(0.5, width * 0.9), at(0.25, width * 0.6), at(-0.1, width)]).replace(/^M[^C]*/, '')}Z`
  c.fill(band(150), blend(palette.sky, palette.glow, 0.5), light('all', 0.14))
  c.fill(band(70), blend(palette.sky, palette.glow, 0.9), light('all', 0.3))
  for (let i = 0; i < 130; i++) {
    const [x, y] = at(random(), random.between(-1, 1) * random() * 170)
    c.circle(
      x,
      y,
      random.chance(0.1) ? 4.4 : random.between(1.4, 2.8),
      random.chance(0.2) ? palette.sun : palette.paper,
    )
  }
}

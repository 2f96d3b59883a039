/** The instruments that the host names, or birds on wires. */

import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { curve, type Point, rectangle } from '../../canvas/shapes.ts'
import { town } from '../../objects/buildings.ts'
import { drum, guitar } from '../../objects/instruments.ts'
import { lamps } from '../../objects/lights.ts'
import { drawHills, drawHorizon, drawSky } from '../../scenery/land.ts'
import { farView } from '../../scenery/view.ts'

export function music(c: Canvas): void {
  const { words } = c.scene
  if (words.includes('drum')) stage(c)
  else if (words.includes('guitar')) c.random.pick([stage, strings])(c)
  else birdsOnLines(c)
}

/** Birds on five wires over the roofs, like notes on a staff. */
function birdsOnLines(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawHorizon(c)
  const lean = random.between(-70, 70)
  const wire = (i: number): Point[] => [
    [-20, 190 + i * 52 - lean],
    [380, 240 + i * 52],
    [800, 210 + i * 52 + lean * 0.3],
    [1220, 150 + i * 52 + lean],
  ]
  for (let i = 0; i < 5; i++) c.line(curve(wire(i)), palette.near, 4)
  const at = (x: number, i: number): number => {
    const points = wire(i)
    const k = x < 380 ? 0 : x < 800 ? 1 : 2
    const [a, b] = [points[k] as Point, points[k + 1] as Point]
    const t = (x - a[0]) / (b[0] - a[0])
    return a[1] + (b[1] - a[1]) * (t * t * (3 - 2 * t))
  }
  for (let x = random.between(110, 190); x < 1120; x += random.between(86, 150)) {
    const i = random.int(0, 4)
    c.at({ x, y: at(x, i) + 4, flip: random.chance(0.5), scale: random.between(0.9, 1.1) }, () =>
      perched(c, random.chance(0.2) ? palette.accent : palette.near),
    )
  }
  town(c, {
    foot: scene.horizon + 150,
    height: 150,
    wall: [palette.mid, blend(palette.mid, palette.far, 0.4)],
    roof: [blend(palette.mid, palette.near, 0.5), palette.accent],
    pane: palette.sun,
  })
  town(c, {
    foot: 830,
    height: 210,
    wall: [palette.near, blend(palette.near, palette.mid, 0.18)],
    roof: [palette.near, blend(palette.accent, palette.near, 0.5)],
    pane: palette.sun,
    width: [110, 190],
  })
}

function perched({ fill, line, circle, palette }: Canvas, colour: string): void {
  line('M-4 -8V4M6 -8V4', colour, 3)
  fill(
    'M-46 6C-34 -2 -30 -30 -8 -42C14 -52 32 -40 30 -20C28 -4 8 0 -10 -4C-22 -4 -34 2 -46 6Z',
    colour,
    light('top', 0.2),
  )
  circle(18, -44, 15, colour)
  fill('M30 -48l16 5l-15 5Z', palette.sun)
}

/** Instruments in front of the sun, under lamps. */
function stage(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 70, 24, palette.mid, 2)
  lamps(c, [-20, 70], [640, 60], 60, palette.near, palette.sun, 9)
  lamps(c, [620, 60], [1220, 90], 52, palette.near, palette.sun, 8)
  c.fill(rectangle(-20, 680, 1240, 150), palette.near, light('top', 0.2))
  const x = random.between(440, 760)
  if (scene.words.includes('guitar'))
    c.at({ x: x - 20, y: 716, turn: random.pick([-9, 9]) }, () => guitar(c, 600, palette.accent, palette.near))
  if (scene.words.includes('drum')) {
    c.at({ x: x + 260, y: 716 }, () => drum(c, 210, blend(palette.accent, palette.near, 0.4)))
    c.at({ x: x + 110, y: 728 }, () => drum(c, 150, palette.sun))
  }
  c.at({ x: x - 300, y: 716 }, () => stool(c))
}

function stool({ line, fill, palette }: Canvas): void {
  line('M-44 -180L-66 0M44 -180L66 0M-56 -74H56', palette.near, 11)
  fill('M-72 -184c0 -22 144 -22 144 0c0 16 -144 16 -144 0Z', palette.accent, light('left', 0.3))
}

/** A close-up of a guitar in front of hills. */
function strings(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawHills(c, scene.horizon - 40, 30, blend(palette.far, palette.glow, 0.35), 3)
  const [x, y] = [scene.sun.x, 560]
  const wood = palette.accent
  c.fill(`M-20 430C160 380 240 300 420 300S690 390 800 380S1080 250 1220 300V830H-20Z`, wood, shade('bottom', 0.5))
  c.line(`M-20 430C160 380 240 300 420 300S690 390 800 380S1080 250 1220 300`, blend(wood, palette.paper, 0.35), 12)
  c.circle(x, y, 168, blend(wood, palette.paper, 0.3))
  c.circle(x, y, 148, blend(wood, palette.near, 0.35))
  c.circle(x, y, 132, palette.near, shade('left', 0.3))
  c.clip(`M${n(x - 132)} ${y}a132 132 0 1 0 264 0a132 132 0 1 0 -264 0Z`, () => {
    c.circle(x + 20, y + 60, 96, palette.sun, light('top', 0.3))
    c.fill(rectangle(x - 200, y + 66, 400, 200), palette.near)
  })
  for (let i = 0; i < 6; i++)
    c.line(
      `M-20 ${n(y - 92 + i * 37)}H1220`,
      i < 3 ? palette.paper : blend(palette.paper, palette.sun, 0.5),
      3 + i * 0.9,
    )
  const neck = x > 600 ? rectangle(-20, y - 118, x - 240, 236) : rectangle(x + 220, y - 118, 1240, 236)
  c.fill(neck, palette.near, light('top', 0.18))
  const frets = random.int(3, 4)
  for (let i = 0; i < frets; i++) {
    const at = x > 600 ? x - 300 - i * 150 : x + 260 + i * 150
    c.line(`M${n(at)} ${n(y - 116)}V${n(y + 116)}`, blend(palette.paper, palette.near, 0.35), 6)
  }
  for (let i = 0; i < 6; i++)
    c.line(
      `M-20 ${n(y - 92 + i * 37)}H1220`,
      i < 3 ? palette.paper : blend(palette.paper, palette.sun, 0.5),
      3 + i * 0.9,
    )
}

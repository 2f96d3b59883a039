/** Balloons, a railway, a road or a ship. */

import type { Canvas } from '../../canvas/canvas.ts'
import { light, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { ellipse, rectangle } from '../../canvas/shapes.ts'
import { viaduct } from '../../objects/landmarks.ts'
import { palm, pine, row } from '../../objects/plants.ts'
import { balloon, dhow, ripples, sailboat, train } from '../../objects/vehicles.ts'
import { drawBirds, drawHills, drawHorizon, drawPeaks, drawSea, drawSky } from '../../scenery/land.ts'
import { farView, midLand, spread } from '../../scenery/view.ts'
import { path } from './walk.ts'

export function trip(c: Canvas): void {
  const { words } = c.scene
  const drawings = { balloon: balloons, train: railway, sail: voyage, ship: voyage }
  const named = (['balloon', 'train', 'sail', 'ship'] as const).find((word) => words.includes(word))
  const drawing = named ? drawings[named] : road
  drawing(c)
}

function balloons(c: Canvas): void {
  const { palette, random } = c
  farView(c)
  midLand(c, c.scene.horizon + 60)
  const colours = [
    [palette.accent, palette.paper],
    [palette.sun, palette.accent],
    [palette.mid, palette.paper],
    [palette.paper, palette.accent],
  ] as const
  for (const [x, y, size] of [
    [random.between(250, 420), 300, 330],
    [random.between(700, 820), 190, 200],
    [random.between(930, 1060), 370, 140],
    [random.between(520, 640), 110, 100],
  ] as const) {
    const [one, other] = random.pick(colours)
    c.at({ x, y }, () => balloon(c, size, one, other))
  }
  drawHills(c, 700, 30, palette.near, 2)
  row(c, spread(c, 6, 716, 16), 110, palette.near)
}

function railway(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 30, 36, blend(palette.mid, palette.far, 0.45), 2)
  row(c, spread(c, 11, scene.horizon + 66, 18), 90, blend(palette.mid, palette.near, 0.3))
  const y = 545
  c.at({ x: random.between(140, 520), y: y - 6, flip: false }, () =>
    train(c, 640, palette.accent, palette.paper, blend(palette.near, palette.mid, 0.2)),
  )
  viaduct(c, y, 830, blend(palette.paper, palette.mid, 0.45), 170)
  drawHills(c, 745, 34, palette.near, 2)
  row(c, spread(c, 5, 770, 16), 170, palette.near)
}

function road(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 70, 30, blend(palette.mid, palette.far, 0.3), 2)
  drawHills(c, scene.horizon + 130, 20, palette.mid, 2)
  path(c, [random.between(400, 800), scene.horizon + 110], 600, blend(palette.near, palette.mid, 0.3))
  const x = random.between(520, 680)
  c.at({ x, y: 668 }, () => van(c))
  row(
    c,
    [
      [90, 700],
      [210, 650],
      [1000, 660],
      [1120, 710],
    ],
    260,
    palette.near,
  )
  drawHills(c, 800, 14, palette.near, 2)
}

/** Seen from behind, with the luggage on its roof. */
function van({ fill, circle, palette }: Canvas): void {
  fill(rectangle(-62, -152, 46, 30), palette.near)
  fill(rectangle(-8, -144, 60, 22), blend(palette.sun, palette.near, 0.25))
  fill(ellipse(0, 0, 96, 12), palette.near)
  fill('M-84 -12V-78C-80 -110 -70 -122 -40 -124H40C70 -122 80 -110 84 -78V-12Z', palette.accent, shade('right', 0.5))
  fill('M-84 -12V-66H84V-12Z', palette.paper, shade('right', 0.35))
  fill('M-60 -74C-58 -100 -50 -108 -34 -108H34C50 -108 58 -100 60 -74Z', palette.near, light('left', 0.3))
  for (const x of [-68, 68]) circle(x, -40, 9, palette.accent)
  for (const x of [-78, 46]) fill(rectangle(x, -14, 32, 22), palette.near)
}

function voyage(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawPeaks(c, scene.horizon + 2, 150, blend(palette.far, palette.glow, 0.3))
  drawSea(c)
  drawHorizon(c)
  const x = random.between(420, 760)
  c.at({ x, y: 640 }, () => ripples(c, 520, palette.near, 5))
  const sailing = scene.houses === 'domes' ? dhow : sailboat
  c.at({ x, y: 630 }, () => (scene.words.includes('sail') ? sailing(c, 480, palette.near, palette.accent) : ship(c)))
  drawBirds(c, x + 200, 260, palette.near, 5)
  for (const at of [-10, 70])
    c.at({ x: at, y: 830 }, () => (scene.climate === 'north' ? pine : palm)(c, random.between(380, 480), palette.near))
  drawHills(c, 800, 14, palette.near, 2)
}

function ship({ fill, palette, circle }: Canvas): void {
  fill('M-270 -60H300C290 -10 262 12 240 12H-220C-246 8 -262 -30 -270 -60Z', palette.near, light('top', 0.2))
  fill(rectangle(-270, -66, 570, 12), palette.accent)
  fill(rectangle(-190, -116, 400, 52), palette.paper, shade('right', 0.4))
  fill(rectangle(-140, -160, 290, 46), palette.paper, shade('right', 0.4))
  for (let i = 0; i < 12; i++) circle(-165 + i * 32, -90, 7, palette.near)
  for (let i = 0; i < 8; i++) fill(rectangle(-124 + i * 33, -148, 20, 18), palette.near)
  fill('M-40 -160L-30 -232H24L34 -160Z', palette.accent, shade('right', 0.5))
  fill('M-33 -214H27L24 -232H-30Z', palette.near)
}

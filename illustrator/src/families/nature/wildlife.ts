/** Animals where they live. */

import type { Canvas } from '../../canvas/canvas.ts'
import { light } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { ground } from '../../canvas/shapes.ts'
import { crane, deer, elephant, goose, whaleTail } from '../../objects/animals.ts'
import { walker } from '../../objects/people.ts'
import { grass, pine, reeds, row, tree, umbrellaTree } from '../../objects/plants.ts'
import { ripples, sailboat } from '../../objects/vehicles.ts'
import { drawBirds, drawHills, drawHorizon, drawPeaks, drawSea, drawSky, rolling } from '../../scenery/land.ts'
import { farView, midLand, slope, spread } from '../../scenery/view.ts'

/** An animal is drawn only if the host names it; otherwise the place, and people who look out for it. */
export function wildlife(c: Canvas): void {
  const { words } = c.scene
  const drawings = { whale: whales, deer: herd, elephant: savannah, crane: cranes, goose: geese, bird: lookout }
  const named = (['whale', 'deer', 'elephant', 'crane', 'goose', 'bird'] as const).find((word) => words.includes(word))
  const drawing = named ? drawings[named] : lookout
  drawing(c)
}

/** Two people looking out, for birds if those are named. */
function lookout(c: Canvas): void {
  const { palette, random } = c
  farView(c)
  midLand(c, c.scene.horizon + 64)
  if (c.scene.words.includes('bird')) drawBirds(c, random.between(620, 900), random.between(170, 250), palette.near, 9)
  slope(c, [
    [-30, 560],
    [200, 590],
    [460, 668],
    [760, 706],
    [1230, 740],
  ])
  c.at({ x: 210, y: 604 }, () => walker(c, 230, palette.near, palette.accent, false))
  c.at({ x: 330, y: 640 }, () => walker(c, 205, palette.near, palette.sun, false))
  for (const at of [30, 1010, 1130]) c.at({ x: at, y: 760 }, () => tree(c, random.between(300, 470), palette.near))
  c.at({ x: 560, y: 800 }, () => reeds(c, 18, 420, 190, palette.near))
}

function cranes(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawHills(c, scene.horizon - 14, 24, blend(palette.far, palette.glow, 0.4), 3)
  drawSea(c)
  drawHorizon(c)
  const x = scene.sun.x > 600 ? random.between(410, 520) : random.between(680, 790)
  for (const [dx, size, flip] of [
    [0, 1, false],
    [scene.sun.x > 600 ? -260 : 260, 0.74, true],
  ] as const) {
    c.at({ x: x + dx, y: 700 - (1 - size) * 140 }, () =>
      ripples(c, 190 * size, blend(palette.paper, palette.mid, 0.5), 3),
    )
    c.at({ x: x + dx, y: 704 - (1 - size) * 140, flip }, () =>
      crane(c, 390 * size, palette.paper, palette.near, palette.accent),
    )
  }
  c.at({ x: -20, y: 820 }, () => reeds(c, 26, 360, 330, palette.near))
  c.at({ x: 900, y: 820 }, () => reeds(c, 24, 330, 290, palette.near))
  drawHills(c, 806, 12, palette.near, 2)
}

function geese(c: Canvas): void {
  const { palette, random } = c
  farView(c)
  midLand(c, c.scene.horizon + 70)
  const [x, y] = [random.between(560, 760), random.between(170, 240)]
  for (const [dx, dy] of [
    [0, 0],
    [-150, 62],
    [-300, 124],
    [-450, 186],
    [120, 92],
    [240, 184],
  ] as const)
    c.at({ x: x + dx, y: y + dy, turn: -6 }, () => goose(c, 150 - Math.abs(dx) * 0.06, palette.near))
  c.at({ x: -20, y: 830 }, () => reeds(c, 30, 460, 300, palette.near))
  c.at({ x: 780, y: 830 }, () => reeds(c, 30, 460, 240, palette.near))
  drawHills(c, 802, 14, palette.near, 2)
}

function herd(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 60, 30, blend(palette.mid, palette.far, 0.4), 2)
  row(c, spread(c, 15, scene.horizon + 92, 16), 130, palette.mid, pine)
  drawHills(c, scene.horizon + 110, 24, palette.mid, 2)
  c.fill(ground(rolling(c, 690, 26, 2)), palette.near, light('top', 0.18))
  const x = scene.sun.x > 600 ? random.between(330, 520) : random.between(680, 870)
  c.at({ x, y: 712, flip: scene.sun.x < x }, () => deer(c, 340, palette.near))
  c.at({ x: x + random.pick([-240, 240]), y: 706, flip: random.chance(0.5) }, () => deer(c, 240, palette.near))
  grass(c, 700, palette.near)
  for (const at of [20, 110, 1120, 1190]) c.at({ x: at, y: 760 }, () => pine(c, random.between(380, 620), palette.near))
}

function savannah(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawHills(c, scene.horizon - 8, 20, blend(palette.far, palette.glow, 0.3), 3)
  drawHorizon(c)
  drawHills(c, scene.horizon + 60, 14, palette.mid, 2)
  c.fill(ground(rolling(c, 690, 12, 2)), palette.near, light('top', 0.16))
  const x = random.between(420, 620)
  c.at({ x, y: 704 }, () => elephant(c, 300, palette.near, palette.paper))
  c.at({ x: x - 330, y: 700 }, () => elephant(c, 180, palette.near, palette.paper))
  c.at({ x: 1010, y: 720 }, () => umbrellaTree(c, random.between(360, 460), palette.near))
  grass(c, 706, palette.near)
  drawBirds(c, random.between(300, 900), 200, palette.near, 5)
}

function whales(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawPeaks(
    c,
    scene.horizon + 2,
    130,
    blend(palette.far, palette.glow, 0.35),
    scene.climate === 'north' ? palette.paper : undefined,
  )
  drawSea(c)
  drawHorizon(c)
  const x = scene.sun.x > 600 ? random.between(300, 480) : random.between(720, 900)
  c.at({ x, y: 664 }, () => whaleTail(c, 270, palette.near))
  c.at({ x, y: 656 }, () => ripples(c, 300, palette.paper, 3))
  c.at({ x: x > 600 ? x - 470 : x + 470, y: scene.horizon + 70, scale: 0.45 }, () =>
    sailboat(c, 300, palette.near, palette.accent),
  )
  drawBirds(c, x, 240, palette.near, 4)
}

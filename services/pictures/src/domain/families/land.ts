/** Out of doors: paths, ridges, water, animals and the sky at night. */

import { town, viaduct } from '../buildings.ts'
import { type Canvas, curve, ellipse, ground, type Point, polygon, rectangle } from '../canvas.ts'
import { blend } from '../inks.ts'
import {
  balloon,
  bicycle,
  crane,
  deer,
  dhow,
  elephant,
  goose,
  kayak,
  ripples,
  rowboat,
  sailboat,
  train,
  walker,
  whaleTail,
} from '../journeys.ts'
import { drawBirds, drawHills, drawHorizon, drawPeaks, drawSea, drawSky, rolling } from '../land.ts'
import { branch, grass, palm, pine, reeds, row, tree, umbrellaTree } from '../plants.ts'
import { light, n, shade } from '../sheet.ts'
import { camera, stones, telescope } from '../things.ts'
import { lane, sunnyWall } from './town.ts'
import { farView, furrows, isWatery, midLand, spread } from './view.ts'

/** A path that winds from the foot of the sheet to a point far away. */
function path(c: Canvas, to: Point, from: number, ink: string): void {
  const sway = c.random.pick([-1, 1]) * c.random.between(120, 210)
  const [x, y] = to
  const down = 820 - y
  const side = (wide: number): Point[] => [
    [x + wide * 0.02, y],
    [x + sway * 0.42 + wide * 0.08, y + down * 0.16],
    [x - sway * 0.5 + wide * 0.24, y + down * 0.42],
    [(x + from) / 2 + sway * 0.75 + wide * 0.55, y + down * 0.7],
    [from + wide, 830],
  ]
  const [left, right] = [side(-120), side(120).reverse()]
  c.fill(
    `${curve(left)}L${n(right[0]?.[0] ?? 0)} 830${curve(right).replace(/^M[^C]*/, '')}Z`,
    ink,
    shade('bottom', 0.4),
  )
}

export function walk(c: Canvas): void {
  const { scene, random } = c
  const inTown = scene.setting === 'town' ? 0.85 : scene.setting === 'mountain' || scene.setting === 'forest' ? 0 : 0.35
  if (random.chance(inTown)) lane(c)
  else ramble(c)
}

function ramble(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  midLand(c, scene.horizon + 34, blend(inks.mid, inks.far, 0.35))
  drawHills(c, scene.horizon + 110, 22, inks.mid, 2)
  const x = random.between(420, 780)
  path(c, [x, scene.horizon + 86], random.between(480, 720), blend(inks.glow, inks.paper, 0.35))
  const side = [
    [110, 600],
    [235, 560],
    [318, 532],
    [890, 536],
    [985, 566],
    [1100, 606],
  ] as const
  for (const [at, foot] of side)
    c.at({ x: at + random.between(-16, 16), y: foot + 16 }, () =>
      tree(c, (foot - 470) * random.between(2.3, 2.9), blend(inks.near, inks.mid, 0.22)),
    )
  c.at({ x: x + random.between(-16, 16), y: 640 }, () => walker(c, 150, inks.near, inks.accent))
  if (random.chance(0.4)) c.at({ x: x - 84, y: 652 }, () => walker(c, 142, inks.near, inks.near, false))
  drawHills(c, 806, 16, inks.near, 2)
  grass(c, 790)
  if (random.chance(0.35)) c.at({ x: 1230, y: 10, flip: true }, () => branch(c, inks.near))
}

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
  const x = (part: number) => (left ? part * 1200 : 1200 - part * 1200)
  const ridge: Point[] = [
    [x(-0.03), 470],
    [x(0.14), 520],
    [x(0.3), 560],
    [x(0.52), 668],
    [x(0.78), 704],
    [x(1.03), 760],
  ]
  c.fill(`${curve(ridge)}V820H${n(x(-0.03))}Z`, inks.near, light('top', 0.16))
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

export function water(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  if (random.chance(0.65)) drawPeaks(c, scene.horizon + 2, random.between(90, 190), blend(inks.far, inks.glow, 0.3))
  drawSea(c)
  drawHorizon(c)
  if (random.chance(0.5)) drawBirds(c, random.between(200, 1000), 220, blend(inks.near, inks.mid, 0.4))
  const x = scene.sun.x > 600 ? random.between(300, 480) : random.between(720, 900)
  const kind = scene.words.includes('kayak')
    ? 'kayak'
    : scene.words.includes('sail')
      ? 'sail'
      : random.pick(['sail', 'kayak', 'row', 'sail'])
  if (kind === 'sail') {
    const draw = scene.houses === 'domes' ? dhow : sailboat
    c.at({ x: x > 600 ? x - 560 : x + 540, y: scene.horizon + 46, scale: 0.42 }, () =>
      draw(c, 300, inks.near, inks.paper),
    )
    c.at({ x, y: 668 }, () => ripples(c, 330, blend(inks.accent, inks.near, 0.3), 5))
    c.at({ x, y: 660, flip: random.chance(0.5) }, () => draw(c, random.between(400, 500), inks.near, inks.accent))
  } else {
    c.at({ x, y: 672 }, () => ripples(c, 380, inks.near, 5))
    c.at({ x, y: 662, flip: random.chance(0.5) }, () =>
      kind === 'kayak' ? kayak(c, 470, inks.accent, inks.near) : rowboat(c, 420, inks.accent),
    )
  }
  shore(c, x < 600)
}

/** The near bank, with what grows on it. */
function shore(c: Canvas, right: boolean): void {
  const { inks, random } = c
  const x = (part: number) => (right ? 1220 - part * 1200 : -20 + part * 1200)
  c.fill(
    `M${n(x(0))} 830V${random.int(560, 620)}C${n(x(0.1))} 610 ${n(x(0.2))} 690 ${n(x(0.34))} 730S${n(x(0.52))} 800 ${n(x(0.6))} 830Z`,
    inks.near,
    light('top', 0.18),
  )
  for (const part of [0.03, 0.1, 0.17])
    c.at({ x: x(part), y: 640 + part * 400, flip: right }, () => tree(c, random.between(230, 350), inks.near))
}

export function cycling(c: Canvas): void {
  const { scene, random, inks } = c
  const leaning = () =>
    c.at({ x: random.between(690, 800), y: 740, flip: random.chance(0.5) }, () =>
      bicycle(c, 470, random.pick([inks.accent, inks.paper, inks.sun]), inks.near),
    )
  if (random.chance(scene.setting === 'town' ? 0.7 : 0.25)) sunnyWall(c, leaning)
  else ride(c)
}

function ride(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  if (random.chance(0.4)) furrows(c, scene.horizon + 36, inks.mid, blend(inks.mid, inks.near, 0.35))
  else midLand(c, scene.horizon + 44)
  drawHills(c, scene.horizon + 140, 16, blend(inks.mid, inks.near, 0.35), 2)
  row(c, spread(c, 4, scene.horizon + 160, 12), 150, blend(inks.mid, inks.near, 0.65))
  c.fill(ground(rolling(c, 752, 8, 2)), inks.near, light('top', 0.18))
  const x = random.between(420, 780)
  if (random.chance(0.45))
    c.at({ x: x + random.pick([-300, 300]), y: 762, flip: random.chance(0.5) }, () =>
      bicycle(c, 330, inks.sun, inks.near),
    )
  c.at({ x, y: 770, flip: random.chance(0.5) }, () => bicycle(c, 430, inks.accent, inks.near))
  grass(c, 790)
}

/** An animal that nobody spoke of is not promised: then there are birds. */
export function wildlife(c: Canvas): void {
  const { scene, random } = c
  const drawings = { whale: whales, deer: herd, elephant: savannah }
  const said = (['whale', 'deer', 'elephant'] as const).find((word) => scene.words.includes(word))
  const drawing = said ? drawings[said] : random.pick([cranes, geese, lookout])
  drawing(c)
}

/** Who keeps still sees most. */
function lookout(c: Canvas): void {
  const { inks, random } = c
  farView(c)
  midLand(c, c.scene.horizon + 64)
  drawBirds(c, random.between(620, 900), random.between(170, 250), inks.near, 9)
  c.fill(
    `${curve([
      [-30, 560],
      [200, 590],
      [460, 668],
      [760, 706],
      [1230, 740],
    ])}V830H-30Z`,
    inks.near,
    light('top', 0.18),
  )
  c.at({ x: 210, y: 604 }, () => walker(c, 230, inks.near, inks.accent, false))
  c.at({ x: 330, y: 640 }, () => walker(c, 205, inks.near, inks.sun, false))
  for (const at of [30, 1010, 1130]) c.at({ x: at, y: 760 }, () => tree(c, random.between(300, 470), inks.near))
  c.at({ x: 560, y: 800 }, () => reeds(c, 18, 420, 190, inks.near))
}

function cranes(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  drawHills(c, scene.horizon - 14, 24, blend(inks.far, inks.glow, 0.4), 3)
  drawSea(c)
  drawHorizon(c)
  const x = scene.sun.x > 600 ? random.between(410, 520) : random.between(680, 790)
  for (const [dx, size, flip] of [
    [0, 1, false],
    [scene.sun.x > 600 ? -260 : 260, 0.74, true],
  ] as const) {
    c.at({ x: x + dx, y: 700 - (1 - size) * 140 }, () => ripples(c, 190 * size, blend(inks.paper, inks.mid, 0.5), 3))
    c.at({ x: x + dx, y: 704 - (1 - size) * 140, flip }, () => crane(c, 390 * size, inks.paper, inks.near, inks.accent))
  }
  c.at({ x: -20, y: 820 }, () => reeds(c, 26, 360, 330, inks.near))
  c.at({ x: 900, y: 820 }, () => reeds(c, 24, 330, 290, inks.near))
  drawHills(c, 806, 12, inks.near, 2)
}

function geese(c: Canvas): void {
  const { inks, random } = c
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
    c.at({ x: x + dx, y: y + dy, turn: -6 }, () => goose(c, 150 - Math.abs(dx) * 0.06, inks.near))
  c.at({ x: -20, y: 830 }, () => reeds(c, 30, 460, 300, inks.near))
  c.at({ x: 780, y: 830 }, () => reeds(c, 30, 460, 240, inks.near))
  drawHills(c, 802, 14, inks.near, 2)
}

function herd(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 60, 30, blend(inks.mid, inks.far, 0.4), 2)
  row(c, spread(c, 15, scene.horizon + 92, 16), 130, inks.mid, pine)
  drawHills(c, scene.horizon + 110, 24, inks.mid, 2)
  c.fill(ground(rolling(c, 690, 26, 2)), inks.near, light('top', 0.18))
  const x = scene.sun.x > 600 ? random.between(330, 520) : random.between(680, 870)
  c.at({ x, y: 712, flip: scene.sun.x < x }, () => deer(c, 340, inks.near))
  c.at({ x: x + random.pick([-240, 240]), y: 706, flip: random.chance(0.5) }, () => deer(c, 240, inks.near))
  grass(c, 700, inks.near)
  for (const at of [20, 110, 1120, 1190]) c.at({ x: at, y: 760 }, () => pine(c, random.between(380, 620), inks.near))
}

function savannah(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  drawHills(c, scene.horizon - 8, 20, blend(inks.far, inks.glow, 0.3), 3)
  drawHorizon(c)
  drawHills(c, scene.horizon + 60, 14, inks.mid, 2)
  c.fill(ground(rolling(c, 690, 12, 2)), inks.near, light('top', 0.16))
  const x = random.between(420, 620)
  c.at({ x, y: 704 }, () => elephant(c, 300, inks.near, inks.paper))
  c.at({ x: x - 330, y: 700 }, () => elephant(c, 180, inks.near, inks.paper))
  c.at({ x: 1010, y: 720 }, () => umbrellaTree(c, random.between(360, 460), inks.near))
  grass(c, 706, inks.near)
  drawBirds(c, random.between(300, 900), 200, inks.near, 5)
}

function whales(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  drawPeaks(
    c,
    scene.horizon + 2,
    130,
    blend(inks.far, inks.glow, 0.35),
    scene.climate === 'north' ? inks.paper : undefined,
  )
  drawSea(c)
  drawHorizon(c)
  const x = scene.sun.x > 600 ? random.between(300, 480) : random.between(720, 900)
  c.at({ x, y: 664 }, () => whaleTail(c, 270, inks.near))
  c.at({ x, y: 656 }, () => ripples(c, 300, inks.paper, 3))
  c.at({ x: x > 600 ? x - 470 : x + 470, y: scene.horizon + 70, scale: 0.45 }, () =>
    sailboat(c, 300, inks.near, inks.accent),
  )
  drawBirds(c, x, 240, inks.near, 4)
}

export function stars(c: Canvas): void {
  const { inks, random, scene } = c
  const trails = random.chance(0.5)
  if (trails) starTrails(c)
  else {
    drawSky(c, false)
    milkyWay(c)
  }
  drawPeaks(c, scene.horizon + 60, 150, blend(inks.far, inks.mid, 0.3))
  drawHorizon(c)
  drawHills(c, scene.horizon + 90, 26, inks.mid, 2)
  const left = random.chance(0.5)
  const x = (part: number) => (left ? part * 1200 : 1200 - part * 1200)
  c.fill(
    `${curve([
      [x(-0.03), 590],
      [x(0.2), 600],
      [x(0.42), 668],
      [x(0.7), 720],
      [x(1.03), 730],
    ])}V830H${n(x(-0.03))}Z`,
    inks.near,
    light('top', 0.2),
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
    inks.near,
  )
}

type Across = (part: number) => number

function watcher(c: Canvas, x: Across, left: boolean): void {
  c.at({ x: x(0.24), y: 616, flip: !left }, () =>
    telescope(c, 340, blend(c.inks.paper, c.inks.glow, 0.45), c.inks.accent),
  )
  c.at({ x: x(0.12), y: 606, flip: !left }, () =>
    walker(c, 210, blend(c.inks.near, c.inks.glow, 0.6), c.inks.accent, false),
  )
}

function observatory(c: Canvas, x: Across): void {
  const { inks } = c
  const at = x(0.22)
  c.fill(rectangle(at - 105, 500, 210, 120), blend(inks.paper, inks.far, 0.35), shade('right', 0.6))
  c.fill(`M${n(at - 118)} 502a118 122 0 0 1 236 0Z`, blend(inks.paper, inks.far, 0.15), shade('right', 0.6))
  c.fill(
    polygon([
      [at + 8, 502],
      [at + 40, 392],
      [at + 66, 404],
      [at + 44, 502],
    ]),
    inks.near,
  )
  c.line(`M${n(at + 34)} 470L${n(at + 82)} 376`, inks.accent, 15)
  c.fill(rectangle(at - 18, 556, 34, 64), inks.sun)
  c.fill(rectangle(at - 118, 496, 236, 12), blend(inks.far, inks.near, 0.4))
}

function camp(c: Canvas, x: Across, left: boolean): void {
  const { inks } = c
  const at = x(0.26)
  c.fill(
    polygon([
      [at - 150, 634],
      [at, 470],
      [at + 150, 650],
    ]),
    inks.accent,
    shade('right', 0.5),
  )
  c.fill(
    polygon([
      [at - 42, 640],
      [at, 470],
      [at + 40, 644],
    ]),
    inks.sun,
    light('bottom', 0.5),
  )
  c.line(`M${n(at)} 470l-8 -18M${n(at)} 470l8 -18`, inks.accent, 5)
  c.at({ x: x(0.09), y: 604, flip: left }, () => telescope(c, 230, blend(inks.paper, inks.glow, 0.45), inks.sun))
}

/** Stars as a long exposure sees them. */
function starTrails(c: Canvas): void {
  const { inks, random, scene } = c
  const [x, y] = [random.between(380, 820), random.between(200, 330)]
  c.fill(rectangle(0, 0, 1200, 800), inks.sky, shade('top', 0.5))
  c.fill(ground(rolling(c, scene.horizon - 90, 16, 3)), blend(inks.sky, inks.glow, 0.5), shade('top', 0.4))
  c.fill(ground(rolling(c, scene.horizon - 20, 16, 3)), inks.glow)
  const colours = [inks.paper, inks.sun, blend(inks.paper, inks.glow, 0.5), blend(inks.accent, inks.paper, 0.4)]
  for (let r = 34; r < 980; r += random.between(17, 25)) {
    const arcs = 2 + Math.floor(r / 210)
    for (let i = 0; i < arcs; i++) {
      const from = random.between(0, Math.PI * 2)
      const to = from + random.between(0.35, 0.95)
      const at = (angle: number) => `${n(x + Math.cos(angle) * r)} ${n(y + Math.sin(angle) * r)}`
      c.line(`M${at(from)}A${n(r)} ${n(r)} 0 0 1 ${at(to)}`, random.pick(colours), random.between(2, 4.4))
    }
  }
  c.disc(x, y, 7, inks.paper)
}

function milkyWay(c: Canvas): void {
  const { inks, random } = c
  const lean = random.pick([-1, 1])
  const at = (part: number, off: number): Point => [
    600 + lean * (part - 0.5) * 900 + off,
    560 - part * 640 + off * 0.3 * lean,
  ]
  const band = (wide: number) =>
    `${curve([at(-0.1, -wide), at(0.25, -wide * 0.5), at(0.5, -wide * 1.1), at(0.8, -wide * 0.6), at(1.1, -wide)])}L${n(at(1.1, wide)[0])} ${n(at(1.1, wide)[1])}${curve([at(1.1, wide), at(0.8, wide * 0.7), at(0.5, wide * 0.9), at(0.25, wide * 0.6), at(-0.1, wide)]).replace(/^M[^C]*/, '')}Z`
  c.fill(band(150), blend(inks.sky, inks.glow, 0.5), light('all', 0.14))
  c.fill(band(70), blend(inks.sky, inks.glow, 0.9), light('all', 0.3))
  for (let i = 0; i < 130; i++) {
    const [x, y] = at(random(), random.between(-1, 1) * random() * 170)
    c.disc(x, y, random.chance(0.1) ? 4.4 : random.between(1.4, 2.8), random.chance(0.2) ? inks.sun : inks.paper)
  }
}

export function photography(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  if (scene.setting === 'town')
    town(c, {
      foot: scene.horizon + 110,
      high: 150,
      wall: [inks.mid, blend(inks.mid, inks.far, 0.4)],
      roof: [blend(inks.mid, inks.near, 0.5), inks.accent],
      pane: inks.sun,
    })
  if (!isWatery(c)) midLand(c, scene.horizon + 80)
  const left = scene.sun.x > 600
  viewfinder(c)
  const x = (part: number) => (left ? part * 1200 : 1200 - part * 1200)
  c.fill(
    `${curve([
      [x(-0.03), 610],
      [x(0.2), 640],
      [x(0.45), 706],
      [x(0.75), 730],
      [x(1.03), 770],
    ])}V830H${n(x(-0.03))}Z`,
    inks.near,
    light('top', 0.18),
  )
  c.at({ x: x(0.26), y: 690, flip: !left }, () => camera(c, random.between(370, 430), inks.near, inks.accent))
  if (random.chance(0.5)) c.at({ x: x(0.11), y: 640, flip: !left }, () => walker(c, 230, inks.near, inks.accent, false))
  grass(c, 740, inks.near)
}

/** What the photographer sees. */
function viewfinder({ line, scene, inks }: Canvas): void {
  const [half, high] = [scene.sun.radius + 130, scene.sun.radius + 78]
  const { x, y } = scene.sun
  for (const [sx, sy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const)
    line(
      `M${n(x + sx * half)} ${n(y + sy * (high - 46))}V${n(y + sy * high)}H${n(x + sx * (half - 46))}`,
      inks.paper,
      7,
    )
}

export function wellness(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  if (!isWatery(c)) {
    drawHills(c, scene.horizon + 40, 20, inks.mid, 2)
    row(c, spread(c, 7, scene.horizon + 44, 10), 120, blend(inks.mid, inks.near, 0.45))
  }
  const y = scene.horizon + 70
  const pool = blend(inks.far, inks.glow, 0.35)
  c.fill(
    `M-20 ${y + 30}C200 ${y - 30} 460 ${y + 20} 640 ${y - 4}S1000 ${y - 20} 1220 ${y + 30}V830H-20Z`,
    pool,
    shade('bottom', 0.42),
  )
  const at = random.between(400, 800)
  for (let i = 3; i > 0; i--) c.line(ellipse(at, 650, i * 92, i * 23), blend(pool, inks.paper, 0.55 - i * 0.1), 5)
  for (let i = 0; i < 4; i++) mist(c, random.between(100, 1100), y - 24 + i * 26, blend(pool, inks.paper, 0.5))
  for (let i = 0; i < 7; i++) lily(c, random.between(60, 1140), random.between(y + 90, 720), random.between(34, 60))
  const side = random.chance(0.5)
  c.at({ x: side ? 170 : 1030, y: 768 }, () =>
    stones(c, 270, [inks.near, blend(inks.near, inks.mid, 0.5), blend(inks.mid, inks.paper, 0.25), inks.accent]),
  )
  c.fill(ground(rolling(c, 772, 10, 2)), inks.near, light('top', 0.2))
  c.at({ x: side ? 900 : -20, y: 800 }, () => reeds(c, 16, 320, 300, inks.near))
  if (random.chance(0.6)) c.at({ x: side ? 1230 : -30, y: -10, flip: side }, () => branch(c, inks.near, 13))
}

/** Steam as it lies over warm water. */
function mist({ line, random }: Canvas, x: number, y: number, ink: string): void {
  const long = random.between(160, 330)
  line(
    `M${n(x - long / 2)} ${n(y)}c${n(long * 0.25)} -16 ${n(long * 0.3)} 14 ${n(long * 0.52)} 0s${n(long * 0.3)} -12 ${n(long * 0.48)} 0`,
    ink,
    random.between(9, 16),
  )
}

function lily(c: Canvas, x: number, y: number, size: number): void {
  const { inks, random, fill } = c
  fill(ellipse(x, y, size, size * 0.32), blend(inks.mid, inks.near, 0.25), light('left', 0.3))
  if (!random.chance(0.5)) return
  for (const turn of [-0.8, -0.4, 0, 0.4, 0.8])
    fill(
      `M${n(x)} ${n(y - 2)}Q${n(x + turn * size * 0.9 - 9)} ${n(y - size * 0.5)} ${n(x + turn * size * 0.7)} ${n(y - size * (0.72 - Math.abs(turn) * 0.2))}Q${n(x + turn * size * 0.6 + 9)} ${n(y - size * 0.4)} ${n(x)} ${n(y - 2)}Z`,
      turn === 0 ? inks.paper : inks.accent,
      shade('bottom', 0.35),
    )
}

export function trip(c: Canvas): void {
  const { scene, random } = c
  const said = scene.words.includes('balloon') ? balloons : scene.words.includes('train') ? railway : undefined
  const isAfloat = scene.words.includes('sail') || scene.setting === 'coast'
  const drawing = said ?? random.pick(isAfloat ? [voyage, voyage, road] : [road, road, railway])
  drawing(c)
}

function balloons(c: Canvas): void {
  const { inks, random } = c
  farView(c)
  midLand(c, c.scene.horizon + 60)
  const colours = [
    [inks.accent, inks.paper],
    [inks.sun, inks.accent],
    [inks.mid, inks.paper],
    [inks.paper, inks.accent],
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
  drawHills(c, 700, 30, inks.near, 2)
  row(c, spread(c, 6, 716, 16), 110, inks.near)
}

function railway(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 30, 36, blend(inks.mid, inks.far, 0.45), 2)
  row(c, spread(c, 11, scene.horizon + 66, 18), 90, blend(inks.mid, inks.near, 0.3))
  const y = 545
  c.at({ x: random.between(140, 520), y: y - 6, flip: false }, () =>
    train(c, 640, inks.accent, inks.paper, blend(inks.near, inks.mid, 0.2)),
  )
  viaduct(c, y, 830, blend(inks.paper, inks.mid, 0.45), 170)
  drawHills(c, 745, 34, inks.near, 2)
  row(c, spread(c, 5, 770, 16), 170, inks.near)
}

function road(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  drawHills(c, scene.horizon + 70, 30, blend(inks.mid, inks.far, 0.3), 2)
  drawHills(c, scene.horizon + 130, 20, inks.mid, 2)
  path(c, [random.between(400, 800), scene.horizon + 110], 600, blend(inks.near, inks.mid, 0.3))
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
    inks.near,
  )
  drawHills(c, 800, 14, inks.near, 2)
}

/** Seen from behind, with the luggage on its roof. */
function van({ fill, disc, inks }: Canvas): void {
  fill(rectangle(-62, -152, 46, 30), inks.near)
  fill(rectangle(-8, -144, 60, 22), blend(inks.sun, inks.near, 0.25))
  fill(ellipse(0, 0, 96, 12), inks.near)
  fill('M-84 -12V-78C-80 -110 -70 -122 -40 -124H40C70 -122 80 -110 84 -78V-12Z', inks.accent, shade('right', 0.5))
  fill('M-84 -12V-66H84V-12Z', inks.paper, shade('right', 0.35))
  fill('M-60 -74C-58 -100 -50 -108 -34 -108H34C50 -108 58 -100 60 -74Z', inks.near, light('left', 0.3))
  for (const x of [-68, 68]) disc(x, -40, 9, inks.accent)
  for (const x of [-78, 46]) fill(rectangle(x, -14, 32, 22), inks.near)
}

function voyage(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  drawPeaks(c, scene.horizon + 2, 150, blend(inks.far, inks.glow, 0.3))
  drawSea(c)
  drawHorizon(c)
  const x = random.between(420, 760)
  c.at({ x, y: 640 }, () => ripples(c, 520, inks.near, 5))
  const sailing = scene.houses === 'domes' ? dhow : sailboat
  c.at({ x, y: 630 }, () => (scene.words.includes('sail') ? sailing(c, 480, inks.near, inks.accent) : ship(c)))
  drawBirds(c, x + 200, 260, inks.near, 5)
  for (const at of [-10, 70])
    c.at({ x: at, y: 830 }, () => (scene.climate === 'north' ? pine : palm)(c, random.between(380, 480), inks.near))
  drawHills(c, 800, 14, inks.near, 2)
}

function ship({ fill, inks, disc }: Canvas): void {
  fill('M-270 -60H300C290 -10 262 12 240 12H-220C-246 8 -262 -30 -270 -60Z', inks.near, light('top', 0.2))
  fill(rectangle(-270, -66, 570, 12), inks.accent)
  fill(rectangle(-190, -116, 400, 52), inks.paper, shade('right', 0.4))
  fill(rectangle(-140, -160, 290, 46), inks.paper, shade('right', 0.4))
  for (let i = 0; i < 12; i++) disc(-165 + i * 32, -90, 7, inks.near)
  for (let i = 0; i < 8; i++) fill(rectangle(-124 + i * 33, -148, 20, 18), inks.near)
  fill('M-40 -160L-30 -232H24L34 -160Z', inks.accent, shade('right', 0.5))
  fill('M-33 -214H27L24 -232H-30Z', inks.near)
}

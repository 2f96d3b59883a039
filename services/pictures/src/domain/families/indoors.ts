/** Rooms with a view: a table, a kitchen, a workshop, a studio. The sill is the horizon. */
import { arch, type Canvas, ellipse, rectangle } from '../canvas.ts'
import { blend } from '../inks.ts'
import { drawHills, drawSun } from '../land.ts'
import { pottedPlant } from '../plants.ts'
import { light, n, shade } from '../sheet.ts'
import {
  beerGlass,
  bottle,
  cheese,
  cup,
  easel,
  fruitBowl,
  grapes,
  ladle,
  pan,
  pot,
  steam,
  teapot,
  vessel,
  wineGlass,
} from '../things.ts'
import { farView, furrows, midLand, wallWith } from './view.ts'

function table(c: Canvas, y: number, ink: string): void {
  c.fill(rectangle(-20, y, 1240, 840 - y), ink, shade('bottom', 0.5))
  c.fill(rectangle(-20, y, 1240, 12), blend(ink, c.inks.paper, 0.28))
}

/** Draws things side by side, each as wide as it says. */
function along(c: Canvas, from: number, y: number, things: readonly (readonly [number, () => void])[]): void {
  let x = from
  for (const [wide, draw] of things) {
    c.at({ x: x + wide / 2, y }, draw)
    x += wide
  }
}

type Things = (readonly [wide: number, draw: () => void])[]

/** What is in the glasses is what the host speaks of; otherwise there is a jug, bread and fruit. */
export function tasting(c: Canvas): void {
  const { inks, random, scene } = c
  const isWine = scene.words.includes('vineyard')
  farView(c)
  if (isWine) furrows(c, scene.horizon + 30, inks.mid, blend(inks.mid, inks.near, 0.5))
  else midLand(c, scene.horizon + 60)
  const y = 676
  table(c, y, inks.near)
  runner(c, y)
  const food: Things = [
    [250, () => fruitBowl(c, 230, blend(inks.mid, inks.paper, 0.15))],
    [220, () => cheese(c, 200, blend(inks.sun, inks.paper, 0.4), blend(inks.sun, inks.accent, 0.4))],
    [150, () => grapes(c, 120, isWine ? blend(inks.accent, inks.near, 0.45) : inks.accent)],
  ]
  const [first, second] = random.shuffle(food)
  const beside = [first, second] as Things
  const things = random.chance(0.5) ? [...drinksOf(c), ...beside] : [...beside, ...drinksOf(c)]
  const total = things.reduce((sum, [wide]) => sum + wide, 0)
  const scale = Math.min(1.24, 1120 / total)
  c.at({ x: (1200 - total * scale) / 2 + random.between(-30, 30), y: y + 44, scale }, () => along(c, 0, 0, things))
}

function drinksOf(c: Canvas): Things {
  const { inks, random, scene } = c
  const dark = blend(inks.near, inks.mid, 0.35)
  const glass = blend(inks.paper, inks.glow, 0.3)
  const hasAny = (...words: string[]) => words.some((word) => scene.words.includes(word))
  if (hasAny('beer'))
    return [
      [210, () => beerGlass(c, 290, inks.sun)],
      [210, () => beerGlass(c, 250, blend(inks.sun, inks.accent, 0.4))],
      [210, () => beerGlass(c, 270, blend(inks.accent, inks.near, 0.35))],
    ]
  if (hasAny('tea', 'coffee'))
    return [
      [370, () => teapot(c, 300, inks.accent, dark)],
      [200, () => hotCup(c, 150)],
      [200, () => hotCup(c, 130)],
    ]
  if (hasAny('vineyard'))
    return [
      [170, () => bottle(c, 430, dark)],
      [150, () => wineGlass(c, 300, glass, inks.accent)],
      [150, () => wineGlass(c, 270, glass, inks.accent)],
    ]
  return [
    [210, () => vessel(c, random.between(300, 360), inks.paper, inks.accent)],
    [250, () => bread(c, 230)],
    [170, () => vessel(c, 150, inks.accent, inks.paper)],
  ]
}

function bread({ fill, line, inks }: Canvas, wide: number): void {
  const crust = blend(inks.sun, inks.near, 0.3)
  fill(
    `M${n(-wide / 2)} 0C${n(-wide * 0.6)} ${n(-wide * 0.3)} ${n(-wide * 0.3)} ${n(-wide * 0.5)} 0 ${n(-wide * 0.5)}S${n(wide * 0.6)} ${n(-wide * 0.3)} ${n(wide / 2)} 0Z`,
    crust,
    shade('right', 0.45),
  )
  for (const x of [-0.24, -0.02, 0.2])
    line(
      `M${n(x * wide)} ${n(-wide * 0.16)}q${n(wide * 0.02)} ${n(-wide * 0.14)} ${n(wide * 0.12)} ${n(-wide * 0.2)}`,
      blend(inks.sun, inks.paper, 0.65),
      wide * 0.045,
    )
}

function runner(c: Canvas, y: number): void {
  const { accent, paper } = c.inks
  c.fill(`M330 ${y + 12}H870L960 830H240Z`, accent, shade('bottom', 0.45))
  for (let i = 1; i < 7; i++)
    c.line(`M${n(330 + i * 77)} ${y + 14}L${n(240 + i * 103)} 830`, blend(accent, paper, 0.35), 7)
}

function hotCup(c: Canvas, wide: number): void {
  c.at({ x: 0, y: -wide * 0.72 }, () => steam(c, blend(c.inks.paper, c.inks.glow, 0.4), 130, 2))
  cup(c, wide, c.inks.paper, blend(c.inks.accent, c.inks.near, 0.5))
}

export function cooking(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  midLand(c, scene.horizon + 50)
  const wall = random.pick([
    blend(inks.mid, inks.near, 0.12),
    blend(inks.far, inks.glow, 0.35),
    blend(inks.sun, inks.paper, 0.45),
  ])
  const [x, wide] = [random.between(330, 480), 400]
  const pane = random.chance(0.5) ? arch(x, 560, wide, 460) : rectangle(x, 130, wide, 430)
  wallWith(c, pane, wall)
  c.line(`M${n(x + wide / 2)} 110V560M${n(x)} 350H${n(x + wide)}`, wall, 12)
  tiles(c, wall)
  c.fill(rectangle(x - 24, 556, wide + 48, 18), inks.paper, shade('bottom', 0.3))
  c.line('M-20 84H1220', inks.near, 10)
  const hanging = [
    () => pan(c, random.between(110, 140), inks.near, blend(inks.near, inks.mid, 0.5)),
    () => ladle(c, random.between(100, 135), inks.near),
    () => herbs(c, 150, blend(inks.mid, inks.near, 0.35)),
    () => braid(c, 30, random.pick([inks.paper, inks.accent])),
  ]
  for (const at of [90, 215, 330, x + wide + 95, x + wide + 205, x + wide + 320].filter(
    (at) => at < x - 40 || at > x + wide + 40,
  ))
    c.at({ x: at, y: 84 }, random.pick(hanging))
  table(c, 660, inks.near)
  c.at({ x: x + wide / 2 + random.between(-60, 60), y: 676 }, () => {
    c.at({ x: 0, y: -250 }, () => steam(c, inks.paper, 270, 3))
    pot(c, random.between(270, 330), inks.accent)
  })
  const counter: [number, () => void][] = [
    [250, () => fruitBowl(c, 240, blend(inks.mid, inks.paper, 0.2))],
    [120, () => bottle(c, random.between(230, 280), blend(inks.mid, inks.near, 0.3))],
    [150, () => vessel(c, random.between(140, 190), inks.paper, inks.accent)],
    [160, () => vessel(c, random.between(110, 160), inks.near, inks.sun)],
    [200, () => teapot(c, 170, inks.sun, inks.near)],
  ]
  const [first, ...others] = random.shuffle(counter)
  if (first) along(c, random.between(40, 120), 696, [first])
  along(c, random.between(800, 850), 696, others.slice(0, 2))
}

function herbs({ line, fill, random }: Canvas, high: number, ink: string): void {
  for (let i = -2; i <= 2; i++) {
    line(`M0 20Q${n(i * 9)} ${n(high * 0.5)} ${n(i * 17)} ${n(high * 0.8)}`, ink, 4)
    for (let leaf = 0; leaf < 4; leaf++)
      fill(
        ellipse(i * (7 + leaf * 4) + random.between(-5, 5), high * (0.4 + leaf * 0.17), 13, 9),
        ink,
        light('left', 0.3),
      )
  }
  line('M-9 34H9M0 0V24', ink, 5)
}

/** Of garlic, onions or chillies. */
function braid({ line, disc }: Canvas, size: number, ink: string): void {
  line(`M0 0V${size * 6}`, ink, 4)
  for (let i = 0; i < 5; i++)
    for (const side of [-1, 1])
      disc(side * size * 0.5, size * (1.4 + i * 1.05), size * (0.72 - i * 0.04), ink, shade('right', 0.4))
}

/** A band of tiles behind the counter. */
function tiles(c: Canvas, wall: string): void {
  const [one, other] = [blend(wall, c.inks.paper, 0.3), blend(wall, c.inks.accent, 0.35)]
  for (let column = 0; column < 20; column++) {
    const x = column * 62 - 10
    c.fill(rectangle(x, 598, 56, 56), one, shade('bottom', 0.2))
    c.fill(`M${n(x + 28)} 606l20 20l-20 20l-20 -20Z`, other)
  }
}

export function craft(c: Canvas): void {
  const { inks, random, scene } = c
  const isCloth = scene.words.includes('weaving') || (!scene.words.includes('pottery') && random.chance(0.4))
  const wall = random.pick([
    blend(inks.glow, inks.paper, 0.3),
    blend(inks.sky, inks.glow, 0.5),
    blend(inks.mid, inks.near, 0.4),
  ])
  farView(c)
  midLand(c, scene.horizon + 40)
  const [x, r] = [random.pick([330, 600, 860]), 265]
  wallWith(c, ellipse(x, 330, r, r), wall)
  c.line(`M${n(x - r)} 330a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0`, inks.near, 12)
  if (isCloth) textiles(c, x)
  else pottery(c, x, wall)
}

/** Two shelves, and the bench below. */
function pottery(c: Canvas, x: number, wall: string): void {
  const { inks, random } = c
  const shelves = random.chance(0.5) ? [360, 600] : [600]
  const ink = [inks.accent, inks.near, blend(inks.mid, inks.near, 0.3), inks.paper, blend(inks.accent, inks.sun, 0.5)]
  for (const y of shelves) {
    const [from, to] = y === 600 ? [40, 1160] : x > 600 ? [40, 520] : [690, 1160]
    for (let at = from + 60; at < to - 40; at += random.between(118, 165)) {
      const high = random.between(110, y === 600 ? 230 : 170)
      c.at({ x: at, y }, () =>
        vessel(c, high, random.pick(ink), random.pick([inks.paper, inks.accent, inks.sun, inks.near])),
      )
    }
    c.fill(rectangle(from - 60, y, to - from + 120, 18), inks.near)
  }
  table(c, 720, inks.near)
  c.fill(rectangle(-20, 618, 1240, 104), blend(wall, inks.near, 0.28), shade('bottom', 0.4))
  for (let i = 0; i < 5; i++)
    c.at({ x: 150 + i * 230 + random.between(-40, 40), y: 742 }, () =>
      vessel(c, random.between(80, 130), random.pick(ink), inks.paper),
    )
}

/** Cloths over a rail, each with its own pattern; yarn below. */
function textiles(c: Canvas, pane: number): void {
  const { inks, random } = c
  c.line('M-20 120H1220', inks.near, 14)
  const from = pane > 600 ? 60 : pane < 600 ? 560 : 30
  const to = pane === 600 ? 1170 : from + 580
  for (let x = from; x < to - 150; x += random.between(176, 196)) {
    if (pane === 600 && x > 220 && x < 800) continue
    c.at({ x, y: 112 }, () => cloth(c, 158, random.between(400, 500)))
  }
  table(c, 690, inks.near)
  const yarn = [inks.accent, inks.sun, inks.paper, inks.mid, blend(inks.accent, inks.near, 0.4)]
  for (let x = 70; x < 1160; x += random.between(96, 170)) {
    const r = random.between(38, 58)
    const ink = random.pick(yarn)
    c.disc(x, 706 - r, r, ink, shade('right', 0.5))
    for (const bow of [-0.5, 0, 0.5])
      c.line(
        `M${n(x - r * 0.7)} ${n(706 - r + bow * r)}Q${n(x)} ${n(706 - r * 1.6 + bow * r)} ${n(x + r * 0.75)} ${n(706 - r * 0.8 + bow * r)}`,
        blend(ink, inks.near, 0.3),
        4,
      )
  }
}

function cloth(c: Canvas, wide: number, high: number): void {
  const { inks, random } = c
  const [ground, one, other] = random.pick([
    [inks.accent, inks.paper, inks.near],
    [inks.paper, inks.accent, inks.mid],
    [inks.sun, inks.near, inks.accent],
    [inks.near, inks.sun, inks.accent],
    [inks.mid, inks.paper, inks.sun],
  ] as const)
  c.fill(rectangle(0, 0, wide, high), ground, shade('right', 0.4))
  for (let y = 34; y < high - 30; ) {
    const kind = random.int(0, 3)
    if (kind === 0) c.fill(rectangle(0, y, wide, random.between(10, 26)), one)
    else if (kind === 1)
      for (let x = 0; x < 4; x++) c.fill(`M${n((x + 0.5) * (wide / 4))} ${n(y)}l17 19l-17 19l-17 -19Z`, other)
    else if (kind === 2)
      c.line(
        `M4 ${n(y + 26)}${Array.from({ length: 8 }, (_, i) => `L${n(4 + (i + 1) * ((wide - 8) / 8))} ${n(y + (i % 2 ? 26 : 4))}`).join('')}`,
        one,
        6,
      )
    else c.line(`M0 ${n(y + 6)}H${n(wide)}M0 ${n(y + 18)}H${n(wide)}`, other, 5)
    y += random.between(44, 66)
  }
  for (let x = 6; x < wide; x += 14) c.line(`M${n(x)} ${n(high)}v22`, ground, 4)
}

export function studio(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  midLand(c, scene.horizon + 60)
  const wall = random.pick([
    blend(inks.mid, inks.near, 0.1),
    blend(inks.glow, inks.paper, 0.4),
    blend(inks.far, inks.glow, 0.3),
  ])
  const frame = inks.near
  const openings = random.pick([
    [[150, 900]],
    [
      [120, 290],
      [455, 290],
      [790, 290],
    ],
    [[330, 540]],
  ] as const)
  const round = openings.length > 1 || random.chance(0.4)
  const shape = ([x, wide]: readonly [number, number]) =>
    round ? arch(x, 600, wide, 500) : rectangle(x, 90, wide, 510)
  wallWith(c, openings.map(shape).join(''), wall)
  for (const [x, wide] of openings) {
    const panes = Math.max(2, Math.round(wide / 180))
    for (let i = 1; i < panes; i++) c.line(`M${n(x + (wide * i) / panes)} 92V600`, frame, 9)
    c.line(`M${n(x)} 330H${n(x + wide)}`, frame, 9)
    c.line(shape([x, wide]), frame, 12)
    c.fill(rectangle(x - 26, 596, wide + 52, 20), frame)
  }
  c.fill(rectangle(-20, 690, 1240, 140), blend(wall, inks.near, 0.55), shade('bottom', 0.5))
  c.line('M-20 690H1220', inks.near, 5)
  if (random.chance(0.5)) painting(c)
  else desk(c)
}

/** What is learned at a desk: books, a lamp, a globe. */
function desk(c: Canvas): void {
  const { inks, random } = c
  const covers = [inks.accent, inks.sun, inks.paper, blend(inks.mid, inks.glow, 0.3), inks.near]
  const books = () => {
    let y = 0
    for (let i = random.int(3, 6); i > 0; i--) {
      const [wide, high] = [random.between(150, 200), random.between(20, 32)]
      const ink = random.pick(covers)
      c.fill(rectangle(-wide / 2 + random.between(-14, 14), y - high, wide, high - 2), ink, shade('right', 0.45))
      y -= high
    }
  }
  const standing = () => {
    for (let x = -90; x < 70; ) {
      const [wide, high] = [random.between(22, 38), random.between(120, 180)]
      c.fill(rectangle(x, -high, wide - 3, high), random.pick(covers), shade('bottom', 0.4))
      x += wide
    }
  }
  c.fill(rectangle(60, 660, 1080, 26), inks.near)
  c.fill(rectangle(110, 680, 26, 150), inks.near)
  c.fill(rectangle(1064, 680, 26, 150), inks.near)
  const things = [
    [230, books],
    [220, standing],
    [230, () => globe(c, 190)],
    [190, () => pottedPlant(c, blend(inks.mid, inks.near, 0.5), inks.accent, 190)],
    [150, () => hotCup(c, 96)],
  ] as [number, () => void][]
  const [one, two, three, four] = random.shuffle(things)
  along(c, 100, 662, [one, two, three, four] as [number, () => void][])
  c.at({ x: 1010, y: 662 }, () => lamp(c, 280))
}

function globe({ fill, line, disc, inks }: Canvas, high: number): void {
  const r = high * 0.36
  fill(ellipse(0, -6, high * 0.24, 9), inks.near)
  line(
    `M0 -8V${n(-high * 0.2)}M${n(-r * 0.72)} ${n(-high * 0.58 - r * 0.95)}A${n(r * 1.2)} ${n(r * 1.2)} 0 0 0 ${n(r * 0.8)} ${n(-high * 0.58 + r * 0.9)}`,
    inks.near,
    8,
  )
  disc(0, -high * 0.58, r, blend(inks.sky, inks.mid, 0.3), shade('right', 0.5))
  fill(
    `M${n(-r * 0.6)} ${n(-high * 0.58 - r * 0.5)}c${n(r * 0.5)} ${n(-r * 0.3)} ${n(r * 0.9)} ${n(r * 0.1)} ${n(r * 0.6)} ${n(r * 0.5)}s${n(-r * 0.4)} ${n(r * 0.6)} ${n(-r * 0.7)} ${n(r * 0.3)}Z`,
    inks.paper,
    shade('right', 0.3),
  )
  fill(
    `M${n(r * 0.2)} ${n(-high * 0.58 + r * 0.3)}c${n(r * 0.3)} ${n(-r * 0.1)} ${n(r * 0.5)} ${n(r * 0.1)} ${n(r * 0.3)} ${n(r * 0.4)}Z`,
    inks.paper,
  )
}

function lamp({ fill, line, disc, inks }: Canvas, high: number): void {
  fill(ellipse(0, -5, 58, 11), inks.near)
  line(`M0 -8L${n(-high * 0.2)} ${n(-high * 0.5)}L${n(high * 0.02)} ${n(-high * 0.9)}`, inks.near, 9)
  disc(-high * 0.2, -high * 0.5, 10, inks.accent)
  fill(
    `M${n(high * 0.1)} ${n(-high)}L${n(-high * 0.28)} ${n(-high * 0.92)}L${n(-high * 0.22)} ${n(-high * 0.66)}Z`,
    inks.accent,
    shade('right', 0.4),
  )
}

function painting(c: Canvas): void {
  const { inks, random } = c
  const left = random.chance(0.5)
  c.at({ x: left ? 320 : 880, y: 770 }, () =>
    easel(c, 470, inks.near, inks.paper, () => {
      c.at({ x: -117, y: -423, scale: 0.195 }, () =>
        c.through(rectangle(0, 0, 1200, 965), () => {
          c.fill(rectangle(0, 0, 1200, 965), inks.glow)
          drawSun(c)
          drawHills(c, 560, 60, inks.mid)
          drawHills(c, 720, 40, inks.accent)
        }),
      )
    }),
  )
  c.at({ x: left ? 1010 : 190, y: 770 }, () =>
    pottedPlant(c, blend(inks.mid, inks.near, 0.5), inks.accent, random.between(210, 290)),
  )
  c.at({ x: left ? 700 : 500, y: 775 }, () => stool(c))
}

function stool({ line, fill, inks }: Canvas): void {
  line('M-46 -150L-62 0M46 -150L62 0M-54 -70H54', inks.near, 11)
  fill(ellipse(0, -154, 66, 13), inks.accent, light('left', 0.3))
}

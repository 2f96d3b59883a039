/** Streets, squares and what was built there. */

import { landmark, town, viaduct } from '../buildings.ts'
import { arch, type Canvas, polygon, rectangle } from '../canvas.ts'
import { blend } from '../inks.ts'
import { ripples, rowboat, walker } from '../journeys.ts'
import { drawBirds, drawHills, drawHorizon, drawSea, drawSky } from '../land.ts'
import { branch, pottedPlant, row, tree } from '../plants.ts'
import { light, n, shade } from '../sheet.ts'
import { farView, isWatery, spread } from './view.ts'

const litBy = (c: Canvas, wall: string) =>
  c.scene.hour === 'night' || c.scene.hour === 'dusk' ? c.inks.sun : blend(wall, c.inks.near, 0.55)

/** Roofs behind roofs, with what the town is known by. */
function skyline(c: Canvas, y: number): void {
  const { inks, random, scene } = c
  const far = blend(inks.far, inks.glow, 0.25)
  town(c, {
    foot: y,
    high: 120,
    wall: [far],
    roof: [blend(inks.far, inks.mid, 0.25)],
    pane: blend(far, inks.glow, 0.4),
  })
  const x = scene.sun.x + random.pick([-210, -150, 170, 220])
  const dark = scene.hour === 'night' ? 0.75 : 0
  c.at({ x, y }, () =>
    landmark(
      c,
      random.between(330, 400),
      blend(blend(inks.far, inks.mid, 0.35), inks.near, dark),
      blend(inks.mid, inks.near, 0.25 + dark),
    ),
  )
  const mid = [inks.mid, blend(inks.mid, inks.far, 0.4), blend(inks.mid, inks.near, 0.25)]
  town(c, {
    foot: y + 110,
    high: 175,
    wall: mid,
    roof: [blend(inks.mid, inks.near, 0.5), inks.accent, blend(inks.accent, inks.mid, 0.5)],
    pane: litBy(c, inks.mid),
    wide: [72, 124],
  })
}

export function tour(c: Canvas): void {
  if (c.random.chance(0.3)) lane(c)
  else roofs(c)
}

function roofs(c: Canvas): void {
  const { inks, random } = c
  drawSky(c)
  drawBirds(c, random.between(200, 1000), random.between(130, 240), blend(inks.near, inks.mid, 0.4))
  const y = c.scene.horizon + 70
  drawHills(c, y - 90, 30, blend(inks.far, inks.glow, 0.5), 3)
  drawHorizon(c)
  skyline(c, y)
  if (isWatery(c)) {
    c.fill(rectangle(-20, y + 108, 1240, 300), blend(inks.mid, inks.near, 0.45), shade('bottom', 0.5))
    c.at({ x: c.scene.sun.x, y: y + 118 }, () => ripples(c, 240, inks.sun, 6))
    c.at({ x: random.between(250, 950), y: 745 }, () => rowboat(c, 200, inks.accent))
    return
  }
  const wall = [blend(inks.near, inks.mid, 0.25), inks.near, blend(inks.near, inks.mid, 0.12)]
  town(c, {
    foot: 820,
    high: 215,
    wall,
    roof: [inks.near, blend(inks.accent, inks.near, 0.45), blend(inks.accent, inks.near, 0.2)],
    pane: inks.sun,
    wide: [110, 180],
  })
}

/** Down a lane between two rows of houses, washing above, the light at its end. */
export function lane(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  const end = scene.horizon + 50
  c.at({ x: 600, y: end }, () =>
    landmark(c, random.between(210, 270), blend(inks.far, inks.mid, 0.5), blend(inks.mid, inks.near, 0.2)),
  )
  drawHills(c, end, 10, blend(inks.mid, inks.far, 0.3), 2)
  const paving = blend(inks.glow, inks.paper, 0.25)
  c.fill(
    polygon([
      [530, end - 10],
      [670, end - 10],
      [1060, 840],
      [140, 840],
    ]),
    paving,
    shade('bottom', 0.5),
  )
  const steps = random.int(5, 8)
  for (let i = 1; i < steps; i++) {
    const part = (i / steps) ** 1.7
    const [y, half] = [end + (830 - end) * part, 70 + 380 * part]
    c.line(`M${n(600 - half)} ${n(y)}H${n(600 + half)}`, blend(paving, inks.mid, 0.45), 3 + part * 7)
  }
  const walls = [
    blend(inks.accent, inks.paper, 0.3),
    blend(inks.sun, inks.paper, 0.3),
    blend(inks.far, inks.paper, 0.25),
    blend(inks.mid, inks.paper, 0.12),
    blend(inks.accent, inks.sun, 0.5),
  ]
  for (const side of [-1, 1]) {
    const depth = [70, 130, 225, 370, 640]
    for (let i = 0; i < 4; i++) house(c, side, depth[i] as number, depth[i + 1] as number, end, random.pick(walls))
  }
  for (const [y, half, sag] of [
    [150, 330, 46],
    [268, 205, 30],
  ] as const)
    washing(c, y, half, sag)
  c.at({ x: random.between(560, 640), y: 700 }, () => walker(c, 190, inks.near, inks.accent, false))
}

/** One front of a lane, drawn from the far edge to the near one. */
function house(c: Canvas, side: number, from: number, to: number, end: number, wall: string): void {
  const { inks, random } = c
  const top = (half: number) => end - 20 - half * (0.95 + rise)
  const foot = (half: number) => end - 8 + (half - 70) * 0.83
  const rise = random.between(-0.12, 0.16)
  const x = (half: number) => 600 + side * half
  const front = polygon([
    [x(from), top(from)],
    [x(to), top(to)],
    [x(to), foot(to)],
    [x(from), foot(from)],
  ])
  c.fill(front, side < 0 ? wall : blend(wall, inks.near, 0.3), shade(side < 0 ? 'bottom' : 'right', 0.45))
  c.fill(
    polygon([
      [x(from), top(from)],
      [x(to), top(to)],
      [x(to), top(to) - 22 - to * 0.03],
      [x(from - 6), top(from) - 14],
    ]),
    blend(inks.accent, inks.near, 0.35),
    shade('bottom', 0.4),
  )
  const at = (along: number, up: number): readonly [number, number] => {
    const half = from + (to - from) * along
    return [x(half), foot(half) + (top(half) - foot(half)) * up]
  }
  const pane = c.scene.hour === 'dusk' || c.scene.hour === 'night' ? inks.sun : blend(inks.near, inks.mid, 0.3)
  for (const up of [0.42, 0.7]) {
    c.fill(polygon([at(0.3, up), at(0.62, up), at(0.62, up + 0.16), at(0.3, up + 0.16)]), pane)
    c.fill(
      polygon([at(0.16, up), at(0.3, up), at(0.3, up + 0.16), at(0.16, up + 0.16)]),
      blend(inks.mid, inks.near, 0.35),
    )
    c.fill(
      polygon([at(0.62, up), at(0.76, up), at(0.76, up + 0.16), at(0.62, up + 0.16)]),
      blend(inks.mid, inks.near, 0.35),
    )
  }
  c.fill(
    polygon([at(0.32, 0), at(0.62, 0), at(0.62, 0.28), at(0.32, 0.28)]),
    random.pick([inks.near, inks.accent, blend(inks.mid, inks.near, 0.5)]),
    shade('top', 0.4),
  )
}

function washing(c: Canvas, y: number, half: number, sag: number): void {
  const { inks, random } = c
  c.line(`M${n(600 - half)} ${y}Q600 ${y + sag * 2} ${n(600 + half)} ${y}`, inks.near, 3)
  for (let x = -half + 50; x < half - 40; x += random.between(52, 84)) {
    const at = y + sag * (1 - (x / half) ** 2) - 2
    const [wide, high] = [random.between(28, 48) * (half / 300), random.between(42, 78) * (half / 300)]
    c.fill(
      `M${n(600 + x)} ${n(at)}h${n(wide)}l4 ${n(high)}q${n(-wide / 2)} -8 ${n(-wide - 6)} 0Z`,
      random.pick([inks.paper, inks.accent, inks.sun, inks.paper]),
      shade('right', 0.35),
    )
  }
}

/** A wall in the sun, and what leans on it. */
export function sunnyWall(c: Canvas, leaning: () => void): void {
  const { inks, random } = c
  const wall = random.pick([
    blend(inks.accent, inks.glow, 0.45),
    blend(inks.sun, inks.paper, 0.35),
    blend(inks.far, inks.paper, 0.35),
    blend(inks.mid, inks.paper, 0.3),
  ])
  c.fill(rectangle(-20, -20, 1240, 840), wall, shade('right', 0.4))
  c.fill(
    polygon([
      [-20, -20],
      [random.between(420, 620), -20],
      [-20, random.between(420, 600)],
    ]),
    blend(wall, inks.near, 0.22),
    shade('left', 0.3),
  )
  c.fill(rectangle(-20, 690, 1240, 140), blend(wall, inks.near, 0.42), shade('bottom', 0.5))
  for (let x = 40; x < 1200; x += random.between(150, 230))
    c.line(`M${n(x)} ${n(random.between(720, 800))}h${n(random.between(50, 110))}`, blend(wall, inks.near, 0.55), 4)
  const shutter = random.pick([inks.near, inks.mid, blend(inks.mid, inks.near, 0.5)])
  c.fill(arch(140, 692, 220, 470), blend(wall, inks.paper, 0.5))
  c.fill(arch(160, 692, 180, 448), shutter, shade('right', 0.4))
  c.line('M250 260V690', blend(shutter, inks.paper, 0.25), 4)
  c.disc(268, 490, 8, inks.sun)
  for (const x of [560, 880]) shutteredWindow(c, x, shutter)
  c.at({ x: 440, y: 696 }, () => pottedPlant(c, blend(inks.mid, inks.near, 0.4), inks.accent, 170))
  leaning()
  if (random.chance(0.6)) c.at({ x: 1235, y: -16, flip: true }, () => branch(c, inks.near, 13))
}

function shutteredWindow(c: Canvas, x: number, shutter: string): void {
  const { inks, random, line, fill } = c
  const sky = blend(inks.sky, inks.near, 0.25)
  fill(rectangle(x, 170, 130, 200), sky, shade('top', 0.4))
  line(`M${x + 65} 170V370M${x} 256H${x + 130}`, inks.paper, 6)
  for (const side of [x - 66, x + 130]) {
    fill(rectangle(side, 164, 66, 212), shutter, shade('bottom', 0.4))
    for (let y = 190; y < 360; y += 22) line(`M${side + 12} ${y}h42`, blend(shutter, inks.paper, 0.25), 4)
  }
  fill(rectangle(x - 14, 370, 158, 40), inks.accent, shade('bottom', 0.4))
  for (let i = 0; i < 9; i++)
    c.disc(
      x - 4 + i * 18,
      364 - random.between(0, 16),
      random.between(10, 16),
      random.pick([inks.paper, inks.sun, blend(inks.mid, inks.near, 0.3), blend(inks.mid, inks.near, 0.3)]),
    )
}

export function night(c: Canvas): void {
  const { inks, random, scene } = c
  const y = scene.horizon + 60
  drawSky(c)
  skyline(c, y - 60)
  const water = blend(inks.mid, inks.glow, 0.55)
  c.fill(rectangle(-20, y + 50, 1240, 400), water, shade('bottom', 0.55))
  for (let i = 0; i < 16; i++)
    c.at({ x: random.between(0, 1200), y: y + 56 }, () =>
      ripples(
        c,
        random.between(20, 70),
        random.pick([inks.sun, inks.accent, blend(inks.sun, water, 0.5)]),
        random.int(3, 7),
      ),
    )
  c.at({ x: scene.sun.x, y: y + 60 }, () => ripples(c, 190, inks.sun, 8))
  if (random.chance(0.6)) bridge(c, y + 30, inks.near)
  else quay(c)
}

/** A boat, lamps, and somebody on the way home. */
function quay(c: Canvas): void {
  const { inks, random } = c
  c.at({ x: random.between(300, 900), y: 690 }, () => rowboat(c, 230, inks.near))
  c.fill(rectangle(-20, 728, 1240, 110), inks.near, light('top', 0.2))
  for (const x of [120, 430, 770, 1080]) streetLamp(c, x, 736)
  c.at({ x: random.between(520, 700), y: 744 }, () => walker(c, 170, inks.near, inks.near, false))
}

function streetLamp(c: Canvas, x: number, y: number): void {
  c.line(`M${x} ${y}v-190`, c.inks.near, 9)
  c.disc(x, y - 206, 36, blend(c.inks.glow, c.inks.sun, 0.35))
  c.disc(x, y - 206, 20, c.inks.sun, light('rim', 0.4))
}

/** A bridge in three arches with people and lamps on it. */
function bridge(c: Canvas, y: number, ink: string): void {
  const top = y + 70
  c.cut(
    `M-40 ${n(top + 30)}Q600 ${n(top - 70)} 1240 ${n(top + 30)}V840H-40Z${arch(40, 842, 320, 190)}${arch(430, 842, 340, 220)}${arch(840, 842, 320, 190)}`,
    ink,
    light('top', 0.25),
  )
  c.line(`M-40 ${n(top + 26)}Q600 ${n(top - 74)} 1240 ${n(top + 26)}`, blend(ink, c.inks.sun, 0.5), 6)
  for (const x of [240, 480, 720, 960]) {
    const at = top - 16 + ((x - 600) / 600) ** 2 * 46
    c.line(`M${x} ${n(at)}v-90`, ink, 7)
    c.disc(x, at - 100, 15, c.inks.sun, light('rim', 0.4))
  }
  c.at({ x: c.random.between(560, 660), y: top - 16 }, () => walker(c, 78, ink, ink, false))
}

export function market(c: Canvas): void {
  const { inks, random } = c
  drawSky(c)
  drawHorizon(c)
  skyline(c, c.scene.horizon + 10)
  c.fill(rectangle(-20, 560, 1240, 280), blend(inks.near, inks.mid, 0.25), shade('bottom', 0.5))
  const stalls = random.int(2, 3)
  const wide = 1260 / stalls
  for (let i = 0; i < stalls; i++) {
    const colours = [
      [inks.accent, inks.paper],
      [inks.sun, inks.paper],
      [inks.mid, inks.paper],
      [inks.accent, inks.sun],
    ] as const
    stall(c, -30 + i * wide + 14, wide - 28, random.between(355, 420), random.pick(colours))
  }
}

function stall(c: Canvas, x: number, wide: number, y: number, [one, other]: readonly [string, string]): void {
  const { inks, random } = c
  const [counter, high] = [650, 118]
  c.fill(rectangle(x + 20, y + 40, wide - 40, counter - y), blend(inks.near, inks.mid, 0.1), shade('top', 0.5))
  for (let i = 0; i < 4; i++) c.at({ x: x + wide * (0.2 + i * 0.2), y: y + high + 66 }, () => hanging(c))
  c.line(`M${n(x + 22)} ${n(y)}V820M${n(x + wide - 22)} ${n(y)}V820`, inks.near, 13)
  const stripes = 9
  const [top, foot] = [(wide - 70) / stripes, wide / stripes]
  for (let i = 0; i < stripes; i++) {
    const ink = i % 2 ? other : one
    const [a, b] = [x + 35 + top * i, x + foot * i]
    c.fill(
      `M${n(a)} ${n(y)}H${n(a + top)}L${n(b + foot)} ${n(y + high)}a${n(foot / 2)} ${n(foot * 0.42)} 0 0 1 ${n(-foot)} 0Z`,
      ink,
      shade('bottom', 0.4),
    )
  }
  c.fill(rectangle(x + 30, y - 12, wide - 60, 16), inks.near)
  c.fill(rectangle(x, counter, wide, 200), blend(inks.near, inks.accent, 0.18), shade('bottom', 0.5))
  const crates = Math.max(2, Math.round(wide / 170))
  for (let i = 0; i < crates; i++) {
    const [left, w] = [x + 16 + (i * (wide - 32)) / crates, (wide - 32) / crates - 14]
    const fruit = random.pick([
      inks.accent,
      inks.sun,
      blend(inks.mid, inks.glow, 0.35),
      blend(inks.accent, inks.sun, 0.5),
      inks.paper,
    ])
    for (let at = 0; at < 3; at++)
      for (let column = 0; column < 5 - at; column++)
        c.disc(
          left + w * 0.12 + (w / 5.4) * (column + at * 0.5),
          counter + 8 - at * (w / 7.4),
          w / 9.6,
          fruit,
          shade('right', 0.45),
        )
    c.fill(
      polygon([
        [left, counter + 4],
        [left + w, counter + 4],
        [left + w - 10, counter + 76],
        [left + 10, counter + 76],
      ]),
      blend(inks.mid, inks.paper, 0.25),
      shade('bottom', 0.4),
    )
    c.line(`M${n(left + 4)} ${n(counter + 40)}H${n(left + w - 4)}`, blend(inks.mid, inks.near, 0.3), 4)
  }
}

/** A lamp under the awning. */
function hanging({ fill, disc, line, inks, random }: Canvas): void {
  line('M0 -70V-12', blend(inks.near, inks.paper, 0.35), 3)
  disc(0, 14, 10, inks.sun, light('rim', 0.3))
  fill('M-9 -14H9L27 14H-27Z', random.pick([inks.accent, inks.paper, inks.sun]), shade('right', 0.45))
}

export function history(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  const stone = blend(inks.paper, inks.far, 0.35)
  const y = scene.horizon + 90
  drawHills(c, scene.horizon + 50, 24, blend(inks.mid, inks.far, 0.45), 2)
  const kinds =
    scene.houses === 'pagodas'
      ? [scene.climate === 'tropic' ? temple : gate, temple]
      : scene.words.includes('castle')
        ? [fortress]
        : scene.words.includes('ruins')
          ? [columns]
          : scene.houses === 'domes'
            ? [fortress, minarets]
            : [columns, fortress, aqueduct]
  random.pick(kinds)(c, y, stone)
  drawHills(c, 700, 26, inks.near, 2)
  row(c, spread(c, 4, 720, 20), 190, blend(inks.near, inks.mid, 0.15))
}

function columns(c: Canvas, y: number, stone: string): void {
  const { random, inks } = c
  const [from, gap] = [random.between(200, 330), 112]
  const standing = random.int(5, 7)
  c.fill(
    polygon([
      [from - 90, y + 46],
      [from + gap * standing + 20, y + 46],
      [from + gap * standing + 60, y + 130],
      [from - 130, y + 130],
    ]),
    stone,
    shade('bottom', 0.5),
  )
  c.fill(rectangle(from - 66, y + 14, gap * standing + 62, 36), blend(stone, inks.mid, 0.22), light('top', 0.3))
  for (let i = 0; i < standing; i++) {
    const broken = i === standing - 1 || (i === standing - 2 && random.chance(0.5))
    const [x, high] = [from + i * gap, broken ? random.between(110, 200) : 330]
    c.fill(
      `M${n(x - 26)} ${n(y + 14)}L${n(x - 21)} ${n(y + 14 - high)}${broken ? `l14 -20l12 14l16 -8` : `H${n(x + 21)}`}L${n(x + 26)} ${n(y + 14)}Z`,
      stone,
      shade('right', 0.6),
    )
    for (const flute of [-9, 3])
      c.line(`M${n(x + flute)} ${n(y + 4)}V${n(y + 30 - high)}`, blend(stone, inks.mid, 0.35), 3)
    if (!broken)
      c.fill(
        polygon([
          [x - 34, y + 14 - high],
          [x + 34, y + 14 - high],
          [x + 26, y + 32 - high],
          [x - 26, y + 32 - high],
        ]),
        blend(stone, inks.mid, 0.2),
      )
  }
  const whole = standing - 2
  c.fill(rectangle(from - 40, y - 352, gap * (whole - 1) + 80, 38), stone, shade('bottom', 0.4))
  if (random.chance(0.6))
    c.fill(
      polygon([
        [from - 40, y - 352],
        [from + (gap * (whole - 1)) / 2, y - 440],
        [from + gap * (whole - 1) + 40, y - 352],
      ]),
      blend(stone, inks.mid, 0.14),
      shade('right', 0.5),
    )
}

function fortress(c: Canvas, y: number, stone: string): void {
  const { random, inks } = c
  const x = random.between(430, 770)
  c.fill(
    `M${n(x - 520)} ${n(y + 130)}C${n(x - 330)} ${n(y + 60)} ${n(x - 300)} ${n(y - 70)} ${n(x - 190)} ${n(y - 90)}H${n(x + 200)}C${n(x + 300)} ${n(y - 60)} ${n(x + 330)} ${n(y + 60)} ${n(x + 540)} ${n(y + 130)}Z`,
    inks.mid,
    shade('right', 0.5),
  )
  const battlement = (left: number, wide: number, top: number) => {
    const teeth = Math.round(wide / 34)
    c.fill(rectangle(left, y - top, wide, top - 80), stone, shade('right', 0.55))
    for (let i = 0; i < teeth; i++)
      c.fill(rectangle(left + (i * wide) / teeth, y - top - 18, wide / teeth / 1.8, 20), stone)
  }
  battlement(x - 180, 370, 210)
  battlement(x - 200, 96, 300)
  battlement(x + 120, 84, 270)
  battlement(x - 60, 110, 360)
  c.fill(arch(x - 34, y - 86, 62, 92), blend(inks.mid, inks.near, 0.6))
  for (const [dx, dy] of [
    [-160, 250],
    [-14, 300],
    [154, 220],
    [-110, 150],
    [86, 150],
  ] as const)
    c.fill(arch(x + dx, y - dy + 30, 14, 32), blend(inks.mid, inks.near, 0.6))
  c.line(`M${n(x - 5)} ${n(y - 376)}v-74`, inks.near, 5)
  c.fill(`M${n(x - 3)} ${n(y - 448)}c30 -14 44 12 78 -4v36c-34 16 -48 -10 -78 4Z`, inks.accent, shade('right', 0.4))
}

function aqueduct(c: Canvas, y: number, stone: string): void {
  viaduct(c, y - 190, y - 60, blend(stone, c.inks.mid, 0.12), 104)
  viaduct(c, y - 60, y + 150, stone, 172)
}

function minarets(c: Canvas, y: number, stone: string): void {
  c.at({ x: c.random.between(450, 750), y: y + 90 }, () =>
    landmark(c, 520, stone, blend(c.inks.accent, c.inks.mid, 0.25)),
  )
  town(c, {
    foot: y + 130,
    high: 150,
    wall: [blend(stone, c.inks.mid, 0.3), blend(stone, c.inks.mid, 0.5)],
    roof: [inksOfRoof(c)],
    pane: blend(c.inks.mid, c.inks.near, 0.6),
  })
}
const inksOfRoof = ({ inks }: Canvas) => blend(inks.mid, inks.near, 0.3)

/** A tower of many roofs at the end of its stairs. */
function temple(c: Canvas, y: number, stone: string): void {
  const { inks, random } = c
  const x = random.between(440, 760)
  c.at({ x, y: y + 20 }, () => landmark(c, 560, blend(stone, inks.accent, 0.15), inks.accent))
  for (let i = 0; i < 5; i++) {
    const half = 130 + i * 46
    c.fill(
      rectangle(x - half, y + 16 + i * 26, half * 2, 28),
      blend(stone, inks.mid, 0.1 + i * 0.09),
      shade('right', 0.45),
    )
  }
  row(
    c,
    [
      [x - 330, y + 90],
      [x - 250, y + 70],
      [x + 260, y + 70],
      [x + 350, y + 90],
    ],
    170,
    blend(inks.mid, inks.near, 0.5),
  )
}

/** A gate one walks through. */
function gate(c: Canvas, y: number, stone: string): void {
  const { inks, random } = c
  const x = random.between(440, 760)
  c.fill(
    polygon([
      [x - 60, y + 40],
      [x + 60, y + 40],
      [x + 300, 830],
      [x - 300, 830],
    ]),
    stone,
    shade('bottom', 0.4),
  )
  for (const side of [-1, 1])
    c.fill(
      polygon([
        [x + side * 170 - 22, y + 100],
        [x + side * 150 - 18, y - 300],
        [x + side * 150 + 18, y - 300],
        [x + side * 170 + 22, y + 100],
      ]),
      inks.accent,
      shade('right', 0.5),
    )
  c.fill(rectangle(x - 200, y - 210, 400, 30), inks.accent, shade('bottom', 0.5))
  c.fill(rectangle(x - 16, y - 300, 32, 96), inks.accent)
  c.fill(
    `M${n(x - 290)} ${n(y - 340)}Q${n(x)} ${n(y - 296)} ${n(x + 290)} ${n(y - 340)}L${n(x + 270)} ${n(y - 292)}Q${n(x)} ${n(y - 262)} ${n(x - 270)} ${n(y - 292)}Z`,
    inks.accent,
    shade('bottom', 0.4),
  )
  c.fill(
    `M${n(x - 300)} ${n(y - 362)}Q${n(x)} ${n(y - 318)} ${n(x + 300)} ${n(y - 362)}L${n(x + 290)} ${n(y - 334)}Q${n(x)} ${n(y - 292)} ${n(x - 290)} ${n(y - 334)}Z`,
    inks.near,
  )
}

export function architecture(c: Canvas): void {
  const { random } = c
  random.pick([arcade, blocks, arcade])(c)
  if (random.chance(0.35)) c.at({ x: -30, y: random.between(30, 110) }, () => branch(c, c.inks.near))
}

/** Through an arcade to the light. */
function arcade(c: Canvas): void {
  const { inks, random, scene } = c
  farView(c)
  c.at({ x: scene.sun.x > 600 ? 330 : 860, y: scene.horizon + 40 }, () =>
    landmark(c, 260, blend(inks.far, inks.mid, 0.5), blend(inks.mid, inks.near, 0.2)),
  )
  const wall = random.pick([
    blend(inks.accent, inks.glow, 0.35),
    blend(inks.mid, inks.glow, 0.3),
    blend(inks.paper, inks.far, 0.3),
  ])
  const count = random.int(2, 3)
  const wide = 1200 / count
  const openings = Array.from({ length: count }, (_, i) =>
    arch(i * wide + 62, 690, wide - 124, count === 2 ? 560 : 500),
  )
  const shadows = openings.map((_, i) => arch(i * wide + 62, 690, wide - 124, count === 2 ? 560 : 500))
  c.fill(rectangle(-20, 640, 1240, 200), blend(wall, inks.near, 0.45), shade('bottom', 0.5))
  for (const [i] of shadows.entries()) {
    const [left, right, lean] = [i * wide + 62, (i + 1) * wide - 62, (600 - scene.sun.x) * 0.35]
    c.fill(
      polygon([
        [left, 690],
        [right, 690],
        [right + lean, 830],
        [left + lean, 830],
      ]),
      blend(wall, inks.paper, 0.45),
      shade('bottom', 0.4),
    )
  }
  c.cut(`${rectangle(-20, -20, 1240, 710)}${openings.join('')}`, wall, shade('top', 0.45))
  for (let i = 0; i < count; i++) {
    const [x, span] = [i * wide + 62, wide - 124]
    const inner = `${arch(x, 690, span, count === 2 ? 560 : 500)}M${n(x + 34)} 690v${n(-((count === 2 ? 560 : 500) - span / 2))}a${n(span / 2)} ${n(span / 2)} 0 0 1 ${n(span)} 0v690Z`
    c.through(arch(x, 690, span, count === 2 ? 560 : 500), () =>
      c.cut(inner, blend(wall, inks.near, 0.5), shade('top', 0.4)),
    )
  }
  c.fill(rectangle(-20, 676, 1240, 16), blend(wall, inks.paper, 0.35))
  c.at({ x: random.between(0.3, 0.7) * 1200, y: 745 }, () => walker(c, 150, inks.near, inks.accent, false))
}

/** Walls in sun and shadow, stairs between them. */
function blocks(c: Canvas): void {
  const { inks, random, scene } = c
  drawSky(c)
  drawSea(c, scene.horizon)
  drawHorizon(c)
  const wall = random.pick([inks.accent, blend(inks.accent, inks.sun, 0.4), blend(inks.mid, inks.glow, 0.3)])
  const block = (x: number, y: number, wide: number, ink: string) => {
    c.fill(rectangle(x, y, wide * 0.6, 840 - y), ink, shade('bottom', 0.3))
    c.fill(rectangle(x + wide * 0.6, y, wide * 0.4, 840 - y), blend(ink, inks.near, 0.5), shade('bottom', 0.45))
    c.fill(arch(x + wide * 0.18, y + 190, wide * 0.2, 120), blend(ink, inks.near, 0.7))
    c.fill(rectangle(x + wide * 0.7, y + 70, wide * 0.13, 60), blend(inks.near, ink, 0.15))
  }
  const left = scene.sun.x > 600
  const at = (part: number) => (left ? part * 1200 - 40 : 1240 - part * 1200)
  for (const [part, y, wide, pale] of [
    [0.02, 150, 330, 0.3],
    [0.2, 300, 300, 0.12],
    [0.36, 450, 260, 0.42],
  ] as const)
    block(left ? at(part) : at(part) - wide, y, wide, blend(wall, inks.paper, pale))
  const steps = 8
  for (let i = 0; i < steps; i++) {
    const [y, x] = [560 + i * 32, left ? 780 - i * 62 : 420 + i * 62]
    const [from, to] = left ? [x, 1240] : [-40, x]
    c.fill(rectangle(from, y, to - from, 270), blend(wall, inks.paper, 0.5 - i * 0.03))
    c.fill(rectangle(from, y + 18, to - from, 14), blend(wall, inks.near, 0.32), shade('right', 0.3))
  }
  c.at({ x: left ? 1010 : 190, y: 566 }, () => tree(c, 210, inks.near))
  c.at({ x: left ? 880 : 320, y: 630 }, () => walker(c, 110, inks.near, inks.near, false))
}

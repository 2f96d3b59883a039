/** Ruins, fortresses, temples and other old buildings. */

import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { arch, polygon, rectangle } from '../../canvas/shapes.ts'
import { town } from '../../objects/buildings.ts'
import { landmark, viaduct } from '../../objects/landmarks.ts'
import { row } from '../../objects/plants.ts'
import { drawHills } from '../../scenery/land.ts'
import { farView, spread } from '../../scenery/view.ts'

export function history(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  const stone = blend(palette.paper, palette.far, 0.35)
  const y = scene.horizon + 90
  drawHills(c, scene.horizon + 50, 24, blend(palette.mid, palette.far, 0.45), 2)
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
  drawHills(c, 700, 26, palette.near, 2)
  row(c, spread(c, 4, 720, 20), 190, blend(palette.near, palette.mid, 0.15))
}

function columns(c: Canvas, y: number, stone: string): void {
  const { random, palette } = c
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
  c.fill(rectangle(from - 66, y + 14, gap * standing + 62, 36), blend(stone, palette.mid, 0.22), light('top', 0.3))
  for (let i = 0; i < standing; i++) {
    const broken = i === standing - 1 || (i === standing - 2 && random.chance(0.5))
    const [x, height] = [from + i * gap, broken ? random.between(110, 200) : 330]
    c.fill(
      `M${n(x - 26)} ${n(y + 14)}L${n(x - 21)} ${n(y + 14 - height)}${broken ? `l14 -20l12 14l16 -8` : `H${n(x + 21)}`}L${n(x + 26)} ${n(y + 14)}Z`,
      stone,
      shade('right', 0.6),
    )
    for (const flute of [-9, 3])
      c.line(`M${n(x + flute)} ${n(y + 4)}V${n(y + 30 - height)}`, blend(stone, palette.mid, 0.35), 3)
    if (!broken)
      c.fill(
        polygon([
          [x - 34, y + 14 - height],
          [x + 34, y + 14 - height],
          [x + 26, y + 32 - height],
          [x - 26, y + 32 - height],
        ]),
        blend(stone, palette.mid, 0.2),
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
      blend(stone, palette.mid, 0.14),
      shade('right', 0.5),
    )
}

function fortress(c: Canvas, y: number, stone: string): void {
  const { random, palette } = c
  const x = random.between(430, 770)
  c.fill(
    `M${n(x - 520)} ${n(y + 130)}C${n(x - 330)} ${n(y + 60)} ${n(x - 300)} ${n(y - 70)} ${n(x - 190)} ${n(y - 90)}H${n(x + 200)}C${n(x + 300)} ${n(y - 60)} ${n(x + 330)} ${n(y + 60)} ${n(x + 540)} ${n(y + 130)}Z`,
    palette.mid,
    shade('right', 0.5),
  )
  const battlement = (left: number, width: number, top: number) => {
    const teeth = Math.round(width / 34)
    c.fill(rectangle(left, y - top, width, top - 80), stone, shade('right', 0.55))
    for (let i = 0; i < teeth; i++)
      c.fill(rectangle(left + (i * width) / teeth, y - top - 18, width / teeth / 1.8, 20), stone)
  }
  battlement(x - 180, 370, 210)
  battlement(x - 200, 96, 300)
  battlement(x + 120, 84, 270)
  battlement(x - 60, 110, 360)
  c.fill(arch(x - 34, y - 86, 62, 92), blend(palette.mid, palette.near, 0.6))
  for (const [dx, dy] of [
    [-160, 250],
    [-14, 300],
    [154, 220],
    [-110, 150],
    [86, 150],
  ] as const)
    c.fill(arch(x + dx, y - dy + 30, 14, 32), blend(palette.mid, palette.near, 0.6))
  c.line(`M${n(x - 5)} ${n(y - 376)}v-74`, palette.near, 5)
  c.fill(`M${n(x - 3)} ${n(y - 448)}c30 -14 44 12 78 -4v36c-34 16 -48 -10 -78 4Z`, palette.accent, shade('right', 0.4))
}

function aqueduct(c: Canvas, y: number, stone: string): void {
  viaduct(c, y - 190, y - 60, blend(stone, c.palette.mid, 0.12), 104)
  viaduct(c, y - 60, y + 150, stone, 172)
}

function minarets(c: Canvas, y: number, stone: string): void {
  c.at({ x: c.random.between(450, 750), y: y + 90 }, () =>
    landmark(c, 520, stone, blend(c.palette.accent, c.palette.mid, 0.25)),
  )
  town(c, {
    foot: y + 130,
    height: 150,
    wall: [blend(stone, c.palette.mid, 0.3), blend(stone, c.palette.mid, 0.5)],
    roof: [roofColourOf(c)],
    pane: blend(c.palette.mid, c.palette.near, 0.6),
  })
}

const roofColourOf = ({ palette }: Canvas) => blend(palette.mid, palette.near, 0.3)

/** A tower of many roofs at the end of its stairs. */
function temple(c: Canvas, y: number, stone: string): void {
  const { palette, random } = c
  const x = random.between(440, 760)
  c.at({ x, y: y + 20 }, () => landmark(c, 560, blend(stone, palette.accent, 0.15), palette.accent))
  for (let i = 0; i < 5; i++) {
    const half = 130 + i * 46
    c.fill(
      rectangle(x - half, y + 16 + i * 26, half * 2, 28),
      blend(stone, palette.mid, 0.1 + i * 0.09),
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
    blend(palette.mid, palette.near, 0.5),
  )
}

/** A gate with a path through it. */
function gate(c: Canvas, y: number, stone: string): void {
  const { palette, random } = c
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
      palette.accent,
      shade('right', 0.5),
    )
  c.fill(rectangle(x - 200, y - 210, 400, 30), palette.accent, shade('bottom', 0.5))
  c.fill(rectangle(x - 16, y - 300, 32, 96), palette.accent)
  c.fill(
    `M${n(x - 290)} ${n(y - 340)}Q${n(x)} ${n(y - 296)} ${n(x + 290)} ${n(y - 340)}L${n(x + 270)} ${n(y - 292)}Q${n(x)} ${n(y - 262)} ${n(x - 270)} ${n(y - 292)}Z`,
    palette.accent,
    shade('bottom', 0.4),
  )
  c.fill(
    `M${n(x - 300)} ${n(y - 362)}Q${n(x)} ${n(y - 318)} ${n(x + 300)} ${n(y - 362)}L${n(x + 290)} ${n(y - 334)}Q${n(x)} ${n(y - 292)} ${n(x - 290)} ${n(y - 334)}Z`,
    palette.near,
  )
}

/** A classroom with a desk, or with an easel where painting is taught. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { arch, ellipse, rectangle } from '../../canvas/shapes.ts'
import { easel } from '../../objects/equipment.ts'
import { pottedPlant } from '../../objects/plants.ts'
import { drawHills, drawSun } from '../../scenery/land.ts'
import { along, hotCup } from '../../scenery/table.ts'
import { farView, midLand, wallWith } from '../../scenery/view.ts'

export function studio(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  midLand(c, scene.horizon + 60)
  const wall = random.pick([
    blend(palette.mid, palette.near, 0.1),
    blend(palette.glow, palette.paper, 0.4),
    blend(palette.far, palette.glow, 0.3),
  ])
  const frame = palette.near
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
  const shape = ([x, width]: readonly [number, number]) =>
    round ? arch(x, 600, width, 500) : rectangle(x, 90, width, 510)
  wallWith(c, openings.map(shape).join(''), wall)
  for (const [x, width] of openings) {
    const panes = Math.max(2, Math.round(width / 180))
    for (let i = 1; i < panes; i++) c.line(`M${n(x + (width * i) / panes)} 92V600`, frame, 9)
    c.line(`M${n(x)} 330H${n(x + width)}`, frame, 9)
    c.line(shape([x, width]), frame, 12)
    c.fill(rectangle(x - 26, 596, width + 52, 20), frame)
  }
  c.fill(rectangle(-20, 690, 1240, 140), blend(wall, palette.near, 0.55), shade('bottom', 0.5))
  c.line('M-20 690H1220', palette.near, 5)
  if (scene.words.includes('paint')) painting(c)
  else desk(c)
}

/** A desk with books, a lamp and a globe. */
function desk(c: Canvas): void {
  const { palette, random } = c
  const covers = [palette.accent, palette.sun, palette.paper, blend(palette.mid, palette.glow, 0.3), palette.near]
  const books = () => {
    let y = 0
    for (let i = random.int(3, 6); i > 0; i--) {
      const [width, height] = [random.between(150, 200), random.between(20, 32)]
      const colour = random.pick(covers)
      c.fill(
        rectangle(-width / 2 + random.between(-14, 14), y - height, width, height - 2),
        colour,
        shade('right', 0.45),
      )
      y -= height
    }
  }
  const standing = () => {
    for (let x = -90; x < 70; ) {
      const [width, height] = [random.between(22, 38), random.between(120, 180)]
      c.fill(rectangle(x, -height, width - 3, height), random.pick(covers), shade('bottom', 0.4))
      x += width
    }
  }
  c.fill(rectangle(60, 660, 1080, 26), palette.near)
  c.fill(rectangle(110, 680, 26, 150), palette.near)
  c.fill(rectangle(1064, 680, 26, 150), palette.near)
  const things = [
    [230, books],
    [220, standing],
    [230, () => globe(c, 190)],
    [190, () => pottedPlant(c, blend(palette.mid, palette.near, 0.5), palette.accent, 190)],
    [150, () => hotCup(c, 96)],
  ] as [number, () => void][]
  const [one, two, three, four] = random.shuffle(things)
  along(c, 100, 662, [one, two, three, four] as [number, () => void][])
  c.at({ x: 1010, y: 662 }, () => lamp(c, 280))
}

function globe({ fill, line, circle, palette }: Canvas, height: number): void {
  const r = height * 0.36
  fill(ellipse(0, -6, height * 0.24, 9), palette.near)
  line(
    `M0 -8V${n(-height * 0.2)}M${n(-r * 0.72)} ${n(-height * 0.58 - r * 0.95)}A${n(r * 1.2)} ${n(r * 1.2)} 0 0 0 ${n(r * 0.8)} ${n(-height * 0.58 + r * 0.9)}`,
    palette.near,
    8,
  )
  circle(0, -height * 0.58, r, blend(palette.sky, palette.mid, 0.3), shade('right', 0.5))
  fill(
    `M${n(-r * 0.6)} ${n(-height * 0.58 - r * 0.5)}c${n(r * 0.5)} ${n(-r * 0.3)} ${n(r * 0.9)} ${n(r * 0.1)} ${n(r * 0.6)} ${n(r * 0.5)}s${n(-r * 0.4)} ${n(r * 0.6)} ${n(-r * 0.7)} ${n(r * 0.3)}Z`,
    palette.paper,
    shade('right', 0.3),
  )
  fill(
    `M${n(r * 0.2)} ${n(-height * 0.58 + r * 0.3)}c${n(r * 0.3)} ${n(-r * 0.1)} ${n(r * 0.5)} ${n(r * 0.1)} ${n(r * 0.3)} ${n(r * 0.4)}Z`,
    palette.paper,
  )
}

function lamp({ fill, line, circle, palette }: Canvas, height: number): void {
  fill(ellipse(0, -5, 58, 11), palette.near)
  line(`M0 -8L${n(-height * 0.2)} ${n(-height * 0.5)}L${n(height * 0.02)} ${n(-height * 0.9)}`, palette.near, 9)
  circle(-height * 0.2, -height * 0.5, 10, palette.accent)
  fill(
    `M${n(height * 0.1)} ${n(-height)}L${n(-height * 0.28)} ${n(-height * 0.92)}L${n(-height * 0.22)} ${n(-height * 0.66)}Z`,
    palette.accent,
    shade('right', 0.4),
  )
}

function painting(c: Canvas): void {
  const { palette, random } = c
  const left = random.chance(0.5)
  c.at({ x: left ? 320 : 880, y: 770 }, () =>
    easel(c, 470, palette.near, palette.paper, () => {
      c.at({ x: -117, y: -423, scale: 0.195 }, () =>
        c.clip(rectangle(0, 0, 1200, 965), () => {
          c.fill(rectangle(0, 0, 1200, 965), palette.glow)
          drawSun(c)
          drawHills(c, 560, 60, palette.mid)
          drawHills(c, 720, 40, palette.accent)
        }),
      )
    }),
  )
  c.at({ x: left ? 1010 : 190, y: 770 }, () =>
    pottedPlant(c, blend(palette.mid, palette.near, 0.5), palette.accent, random.between(210, 290)),
  )
  c.at({ x: left ? 700 : 500, y: 775 }, () => stool(c))
}

function stool({ line, fill, palette }: Canvas): void {
  line('M-46 -150L-62 0M46 -150L62 0M-54 -70H54', palette.near, 11)
  fill(ellipse(0, -154, 66, 13), palette.accent, light('left', 0.3))
}

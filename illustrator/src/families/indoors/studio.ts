/** A room to learn in: a desk or an easel. */
import { arch, type Canvas, ellipse, rectangle } from '../../canvas/canvas.ts'
import { light, n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { easel } from '../../objects/equipment.ts'
import { pottedPlant } from '../../objects/plants.ts'
import { drawHills, drawSun } from '../../scenery/land.ts'
import { along, hotCup } from '../../scenery/table.ts'
import { farView, midLand, wallWith } from '../../scenery/view.ts'

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

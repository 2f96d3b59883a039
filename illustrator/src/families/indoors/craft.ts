/** A workshop, with pots or cloth where the host names them. */
import type { Canvas } from '../../canvas/canvas.ts'
import { n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { ellipse, rectangle } from '../../canvas/shapes.ts'
import { vessel } from '../../objects/kitchenware.ts'
import { pottedPlant } from '../../objects/plants.ts'
import { hotCup, table } from '../../scenery/table.ts'
import { farView, midLand, wallWith } from '../../scenery/view.ts'

export function craft(c: Canvas): void {
  const { palette, random, scene } = c
  const wall = random.pick([
    blend(palette.glow, palette.paper, 0.3),
    blend(palette.sky, palette.glow, 0.5),
    blend(palette.mid, palette.near, 0.4),
  ])
  farView(c)
  midLand(c, scene.horizon + 40)
  const [x, r] = [random.pick([330, 600, 860]), 265]
  wallWith(c, ellipse(x, 330, r, r), wall)
  c.line(`M${n(x - r)} 330a${r} ${r} 0 1 0 ${r * 2} 0a${r} ${r} 0 1 0 ${-r * 2} 0`, palette.near, 12)
  if (scene.words.includes('weaving')) textiles(c, x)
  else if (scene.words.includes('pottery')) pottery(c, x, wall)
  else bench(c, wall)
}

/** An empty bench under the window, with a plant and something hot to drink. */
function bench(c: Canvas, wall: string): void {
  const { palette, random } = c
  table(c, 720, palette.near)
  c.fill(rectangle(-20, 618, 1240, 104), blend(wall, palette.near, 0.28), shade('bottom', 0.4))
  const left = random.chance(0.5)
  c.at({ x: left ? 210 : 990, y: 742 }, () =>
    pottedPlant(c, blend(palette.mid, palette.near, 0.5), palette.accent, random.between(230, 290)),
  )
  c.at({ x: left ? 820 : 380, y: 748 }, () => hotCup(c, 110))
}

/** Two shelves, and the bench below. */
function pottery(c: Canvas, x: number, wall: string): void {
  const { palette, random } = c
  const shelves = random.chance(0.5) ? [360, 600] : [600]
  const colour = [
    palette.accent,
    palette.near,
    blend(palette.mid, palette.near, 0.3),
    palette.paper,
    blend(palette.accent, palette.sun, 0.5),
  ]
  for (const y of shelves) {
    const [from, to] = y === 600 ? [40, 1160] : x > 600 ? [40, 520] : [690, 1160]
    for (let at = from + 60; at < to - 40; at += random.between(118, 165)) {
      const height = random.between(110, y === 600 ? 230 : 170)
      c.at({ x: at, y }, () =>
        vessel(c, height, random.pick(colour), random.pick([palette.paper, palette.accent, palette.sun, palette.near])),
      )
    }
    c.fill(rectangle(from - 60, y, to - from + 120, 18), palette.near)
  }
  table(c, 720, palette.near)
  c.fill(rectangle(-20, 618, 1240, 104), blend(wall, palette.near, 0.28), shade('bottom', 0.4))
  for (let i = 0; i < 5; i++)
    c.at({ x: 150 + i * 230 + random.between(-40, 40), y: 742 }, () =>
      vessel(c, random.between(80, 130), random.pick(colour), palette.paper),
    )
}

/** Cloths over a rail, each with its own pattern; yarn below. */
function textiles(c: Canvas, pane: number): void {
  const { palette, random } = c
  c.line('M-20 120H1220', palette.near, 14)
  const from = pane > 600 ? 60 : pane < 600 ? 560 : 30
  const to = pane === 600 ? 1170 : from + 580
  for (let x = from; x < to - 150; x += random.between(176, 196)) {
    if (pane === 600 && x > 220 && x < 800) continue
    c.at({ x, y: 112 }, () => cloth(c, 158, random.between(400, 500)))
  }
  table(c, 690, palette.near)
  const yarn = [palette.accent, palette.sun, palette.paper, palette.mid, blend(palette.accent, palette.near, 0.4)]
  for (let x = 70; x < 1160; x += random.between(96, 170)) {
    const r = random.between(38, 58)
    const colour = random.pick(yarn)
    c.circle(x, 706 - r, r, colour, shade('right', 0.5))
    for (const bow of [-0.5, 0, 0.5])
      c.line(
        `M${n(x - r * 0.7)} ${n(706 - r + bow * r)}Q${n(x)} ${n(706 - r * 1.6 + bow * r)} ${n(x + r * 0.75)} ${n(706 - r * 0.8 + bow * r)}`,
        blend(colour, palette.near, 0.3),
        4,
      )
  }
}

function cloth(c: Canvas, width: number, height: number): void {
  const { palette, random } = c
  const [ground, one, other] = random.pick([
    [palette.accent, palette.paper, palette.near],
    [palette.paper, palette.accent, palette.mid],
    [palette.sun, palette.near, palette.accent],
    [palette.near, palette.sun, palette.accent],
    [palette.mid, palette.paper, palette.sun],
  ] as const)
  c.fill(rectangle(0, 0, width, height), ground, shade('right', 0.4))
  for (let y = 34; y < height - 30; ) {
    const kind = random.int(0, 3)
    if (kind === 0) c.fill(rectangle(0, y, width, random.between(10, 26)), one)
    else if (kind === 1)
      for (let x = 0; x < 4; x++) c.fill(`M${n((x + 0.5) * (width / 4))} ${n(y)}l17 19l-17 19l-17 -19Z`, other)
    else if (kind === 2)
      c.line(
        `M4 ${n(y + 26)}${Array.from({ length: 8 }, (_, i) => `L${n(4 + (i + 1) * ((width - 8) / 8))} ${n(y + (i % 2 ? 26 : 4))}`).join('')}`,
        one,
        6,
      )
    else c.line(`M0 ${n(y + 6)}H${n(width)}M0 ${n(y + 18)}H${n(width)}`, other, 5)
    y += random.between(44, 66)
  }
  for (let x = 6; x < width; x += 14) c.line(`M${n(x)} ${n(height)}v22`, ground, 4)
}

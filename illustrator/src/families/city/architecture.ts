/** Walls, arches and stairs in sun and shadow. */

import { arch, type Canvas, polygon, rectangle } from '../../canvas/canvas.ts'
import { n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { landmark } from '../../objects/buildings.ts'
import { walker } from '../../objects/people.ts'
import { branch, tree } from '../../objects/plants.ts'
import { drawHorizon, drawSea, drawSky } from '../../scenery/land.ts'
import { farView } from '../../scenery/view.ts'

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

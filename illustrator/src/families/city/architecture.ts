/** Walls, arches and stairs in sun and shadow. */

import type { Canvas } from '../../canvas/canvas.ts'
import { n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { arch, polygon, rectangle } from '../../canvas/shapes.ts'
import { landmark } from '../../objects/landmarks.ts'
import { walker } from '../../objects/people.ts'
import { branch, tree } from '../../objects/plants.ts'
import { drawHorizon, drawSea, drawSky } from '../../scenery/land.ts'
import { farView } from '../../scenery/view.ts'

export function architecture(c: Canvas): void {
  const { random } = c
  random.pick([arcade, blocks, arcade])(c)
  if (random.chance(0.35)) c.at({ x: -30, y: random.between(30, 110) }, () => branch(c, c.palette.near))
}

/** A view through an arcade. */
function arcade(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  c.at({ x: scene.sun.x > 600 ? 330 : 860, y: scene.horizon + 40 }, () =>
    landmark(c, 260, blend(palette.far, palette.mid, 0.5), blend(palette.mid, palette.near, 0.2)),
  )
  const wall = random.pick([
    blend(palette.accent, palette.glow, 0.35),
    blend(palette.mid, palette.glow, 0.3),
    blend(palette.paper, palette.far, 0.3),
  ])
  const count = random.int(2, 3)
  const width = 1200 / count
  const openings = Array.from({ length: count }, (_, i) =>
    arch(i * width + 62, 690, width - 124, count === 2 ? 560 : 500),
  )
  const shadows = openings.map((_, i) => arch(i * width + 62, 690, width - 124, count === 2 ? 560 : 500))
  c.fill(rectangle(-20, 640, 1240, 200), blend(wall, palette.near, 0.45), shade('bottom', 0.5))
  for (const [i] of shadows.entries()) {
    const [left, right, lean] = [i * width + 62, (i + 1) * width - 62, (600 - scene.sun.x) * 0.35]
    c.fill(
      polygon([
        [left, 690],
        [right, 690],
        [right + lean, 830],
        [left + lean, 830],
      ]),
      blend(wall, palette.paper, 0.45),
      shade('bottom', 0.4),
    )
  }
  c.fillWithHoles(`${rectangle(-20, -20, 1240, 710)}${openings.join('')}`, wall, shade('top', 0.45))
  for (let i = 0; i < count; i++) {
    const [x, span] = [i * width + 62, width - 124]
    const inner = `${arch(x, 690, span, count === 2 ? 560 : 500)}M${n(x + 34)} 690v${n(-((count === 2 ? 560 : 500) - span / 2))}a${n(span / 2)} ${n(span / 2)} 0 0 1 ${n(span)} 0v690Z`
    c.clip(arch(x, 690, span, count === 2 ? 560 : 500), () =>
      c.fillWithHoles(inner, blend(wall, palette.near, 0.5), shade('top', 0.4)),
    )
  }
  c.fill(rectangle(-20, 676, 1240, 16), blend(wall, palette.paper, 0.35))
  c.at({ x: random.between(0.3, 0.7) * 1200, y: 745 }, () => walker(c, 150, palette.near, palette.accent, false))
}

/** Sunlit blocks with stairs between them. */
function blocks(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawSea(c, scene.horizon)
  drawHorizon(c)
  const wall = random.pick([
    palette.accent,
    blend(palette.accent, palette.sun, 0.4),
    blend(palette.mid, palette.glow, 0.3),
  ])
  const block = (x: number, y: number, width: number, colour: string) => {
    c.fill(rectangle(x, y, width * 0.6, 840 - y), colour, shade('bottom', 0.3))
    c.fill(rectangle(x + width * 0.6, y, width * 0.4, 840 - y), blend(colour, palette.near, 0.5), shade('bottom', 0.45))
    c.fill(arch(x + width * 0.18, y + 190, width * 0.2, 120), blend(colour, palette.near, 0.7))
    c.fill(rectangle(x + width * 0.7, y + 70, width * 0.13, 60), blend(palette.near, colour, 0.15))
  }
  const left = scene.sun.x > 600
  const at = (fraction: number) => (left ? fraction * 1200 - 40 : 1240 - fraction * 1200)
  for (const [fraction, y, width, pale] of [
    [0.02, 150, 330, 0.3],
    [0.2, 300, 300, 0.12],
    [0.36, 450, 260, 0.42],
  ] as const)
    block(left ? at(fraction) : at(fraction) - width, y, width, blend(wall, palette.paper, pale))
  const steps = 8
  for (let i = 0; i < steps; i++) {
    const [y, x] = [560 + i * 32, left ? 780 - i * 62 : 420 + i * 62]
    const [from, to] = left ? [x, 1240] : [-40, x]
    c.fill(rectangle(from, y, to - from, 270), blend(wall, palette.paper, 0.5 - i * 0.03))
    c.fill(rectangle(from, y + 18, to - from, 14), blend(wall, palette.near, 0.32), shade('right', 0.3))
  }
  c.at({ x: left ? 1010 : 190, y: 566 }, () => tree(c, 210, palette.near))
  c.at({ x: left ? 880 : 320, y: 630 }, () => walker(c, 110, palette.near, palette.near, false))
}

import type { Canvas } from '../canvas/canvas.ts'
import { n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { polygon } from '../canvas/shapes.ts'
import { landmark } from '../objects/landmarks.ts'
import { walker } from '../objects/people.ts'
import { drawHills } from './land.ts'
import { farView } from './view.ts'

/** A lane between two rows of houses, with washing above and a landmark at its end. */
export function lane(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  const end = scene.horizon + 50
  c.at({ x: 600, y: end }, () =>
    landmark(c, random.between(210, 270), blend(palette.far, palette.mid, 0.5), blend(palette.mid, palette.near, 0.2)),
  )
  drawHills(c, end, 10, blend(palette.mid, palette.far, 0.3), 2)
  const paving = blend(palette.glow, palette.paper, 0.25)
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
    const fraction = (i / steps) ** 1.7
    const [y, half] = [end + (830 - end) * fraction, 70 + 380 * fraction]
    c.line(`M${n(600 - half)} ${n(y)}H${n(600 + half)}`, blend(paving, palette.mid, 0.45), 3 + fraction * 7)
  }
  const walls = [
    blend(palette.accent, palette.paper, 0.3),
    blend(palette.sun, palette.paper, 0.3),
    blend(palette.far, palette.paper, 0.25),
    blend(palette.mid, palette.paper, 0.12),
    blend(palette.accent, palette.sun, 0.5),
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
  c.at({ x: random.between(560, 640), y: 700 }, () => walker(c, 190, palette.near, palette.accent, false))
}

/** One facade of the lane, from its far edge to its near one. */
function house(c: Canvas, side: number, from: number, to: number, end: number, wall: string): void {
  const { palette, random } = c
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
  c.fill(front, side < 0 ? wall : blend(wall, palette.near, 0.3), shade(side < 0 ? 'bottom' : 'right', 0.45))
  c.fill(
    polygon([
      [x(from), top(from)],
      [x(to), top(to)],
      [x(to), top(to) - 22 - to * 0.03],
      [x(from - 6), top(from) - 14],
    ]),
    blend(palette.accent, palette.near, 0.35),
    shade('bottom', 0.4),
  )
  const at = (along: number, up: number): readonly [number, number] => {
    const half = from + (to - from) * along
    return [x(half), foot(half) + (top(half) - foot(half)) * up]
  }
  const pane = c.scene.hour === 'dusk' || c.scene.hour === 'night' ? palette.sun : blend(palette.near, palette.mid, 0.3)
  for (const up of [0.42, 0.7]) {
    c.fill(polygon([at(0.3, up), at(0.62, up), at(0.62, up + 0.16), at(0.3, up + 0.16)]), pane)
    c.fill(
      polygon([at(0.16, up), at(0.3, up), at(0.3, up + 0.16), at(0.16, up + 0.16)]),
      blend(palette.mid, palette.near, 0.35),
    )
    c.fill(
      polygon([at(0.62, up), at(0.76, up), at(0.76, up + 0.16), at(0.62, up + 0.16)]),
      blend(palette.mid, palette.near, 0.35),
    )
  }
  c.fill(
    polygon([at(0.32, 0), at(0.62, 0), at(0.62, 0.28), at(0.32, 0.28)]),
    random.pick([palette.near, palette.accent, blend(palette.mid, palette.near, 0.5)]),
    shade('top', 0.4),
  )
}

function washing(c: Canvas, y: number, half: number, sag: number): void {
  const { palette, random } = c
  c.line(`M${n(600 - half)} ${y}Q600 ${y + sag * 2} ${n(600 + half)} ${y}`, palette.near, 3)
  for (let x = -half + 50; x < half - 40; x += random.between(52, 84)) {
    const at = y + sag * (1 - (x / half) ** 2) - 2
    const [width, height] = [random.between(28, 48) * (half / 300), random.between(42, 78) * (half / 300)]
    c.fill(
      `M${n(600 + x)} ${n(at)}h${n(width)}l4 ${n(height)}q${n(-width / 2)} -8 ${n(-width - 6)} 0Z`,
      random.pick([palette.paper, palette.accent, palette.sun, palette.paper]),
      shade('right', 0.35),
    )
  }
}

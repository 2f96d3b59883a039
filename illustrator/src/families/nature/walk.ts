/** A path through the country, or a lane in a town. */
import type { Canvas } from '../../canvas/canvas.ts'
import { n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { curve, type Point } from '../../canvas/shapes.ts'
import { walker } from '../../objects/people.ts'
import { branch, grass, tree } from '../../objects/plants.ts'
import { drawHills } from '../../scenery/land.ts'
import { lane } from '../../scenery/lane.ts'
import { farView, midLand } from '../../scenery/view.ts'

export function walk(c: Canvas): void {
  const { scene, random } = c
  const inTown = scene.setting === 'town' ? 0.85 : scene.setting === 'mountain' || scene.setting === 'forest' ? 0 : 0.35
  if (random.chance(inTown)) lane(c)
  else ramble(c)
}

function ramble(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  midLand(c, scene.horizon + 34, blend(palette.mid, palette.far, 0.35))
  drawHills(c, scene.horizon + 110, 22, palette.mid, 2)
  const x = random.between(420, 780)
  path(c, [x, scene.horizon + 86], random.between(480, 720), blend(palette.glow, palette.paper, 0.35))
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
      tree(c, (foot - 470) * random.between(2.3, 2.9), blend(palette.near, palette.mid, 0.22)),
    )
  c.at({ x: x + random.between(-16, 16), y: 640 }, () => walker(c, 150, palette.near, palette.accent))
  if (random.chance(0.4)) c.at({ x: x - 84, y: 652 }, () => walker(c, 142, palette.near, palette.near, false))
  drawHills(c, 806, 16, palette.near, 2)
  grass(c, 790)
  if (random.chance(0.35)) c.at({ x: 1230, y: 10, flip: true }, () => branch(c, palette.near))
}

/** A path that winds from the lower edge to a point far away. */
export function path(c: Canvas, to: Point, from: number, colour: string): void {
  const sway = c.random.pick([-1, 1]) * c.random.between(120, 210)
  const [x, y] = to
  const down = 820 - y
  const side = (width: number): Point[] => [
    [x + width * 0.02, y],
    [x + sway * 0.42 + width * 0.08, y + down * 0.16],
    [x - sway * 0.5 + width * 0.24, y + down * 0.42],
    [(x + from) / 2 + sway * 0.75 + width * 0.55, y + down * 0.7],
    [from + width, 830],
  ]
  const [left, right] = [side(-120), side(120).reverse()]
  c.fill(
    `${curve(left)}L${n(right[0]?.[0] ?? 0)} 830${curve(right).replace(/^M[^C]*/, '')}Z`,
    colour,
    shade('bottom', 0.4),
  )
}

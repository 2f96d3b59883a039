/** A view, and a camera on a tripod. */

import type { Canvas } from '../../canvas/canvas.ts'
import { n } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { town } from '../../objects/buildings.ts'
import { camera } from '../../objects/equipment.ts'
import { walker } from '../../objects/people.ts'
import { grass } from '../../objects/plants.ts'
import { across, farView, isWatery, midLand, slope } from '../../scenery/view.ts'

export function photography(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  if (scene.setting === 'town')
    town(c, {
      foot: scene.horizon + 110,
      height: 150,
      wall: [palette.mid, blend(palette.mid, palette.far, 0.4)],
      roof: [blend(palette.mid, palette.near, 0.5), palette.accent],
      pane: palette.sun,
    })
  if (!isWatery(c)) midLand(c, scene.horizon + 80)
  const left = scene.sun.x > 600
  viewfinder(c)
  const x = across(left)
  slope(c, [
    [x(-0.03), 610],
    [x(0.2), 640],
    [x(0.45), 706],
    [x(0.75), 730],
    [x(1.03), 770],
  ])
  c.at({ x: x(0.26), y: 690, flip: !left }, () => camera(c, random.between(370, 430), palette.near, palette.accent))
  if (random.chance(0.5))
    c.at({ x: x(0.11), y: 640, flip: !left }, () => walker(c, 230, palette.near, palette.accent, false))
  grass(c, 740, palette.near)
}

/** The corners of a frame around the sun. */
function viewfinder({ line, scene, palette }: Canvas): void {
  const [half, height] = [scene.sun.radius + 130, scene.sun.radius + 78]
  const { x, y } = scene.sun
  for (const [sx, sy] of [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ] as const)
    line(
      `M${n(x + sx * half)} ${n(y + sy * (height - 46))}V${n(y + sy * height)}H${n(x + sx * (half - 46))}`,
      palette.paper,
      7,
    )
}

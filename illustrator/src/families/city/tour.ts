/** A town from above its roofs, or down a lane. */

import type { Canvas } from '../../canvas/canvas.ts'
import { shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { rectangle } from '../../canvas/shapes.ts'
import { town } from '../../objects/buildings.ts'
import { ripples, rowboat } from '../../objects/vehicles.ts'
import { drawBirds, drawHills, drawHorizon, drawSky } from '../../scenery/land.ts'
import { lane } from '../../scenery/lane.ts'
import { skyline } from '../../scenery/skyline.ts'
import { isWatery } from '../../scenery/view.ts'

export function tour(c: Canvas): void {
  if (c.random.chance(0.3)) lane(c)
  else roofs(c)
}

function roofs(c: Canvas): void {
  const { palette, random } = c
  drawSky(c)
  drawBirds(c, random.between(200, 1000), random.between(130, 240), blend(palette.near, palette.mid, 0.4))
  const y = c.scene.horizon + 70
  drawHills(c, y - 90, 30, blend(palette.far, palette.glow, 0.5), 3)
  drawHorizon(c)
  skyline(c, y)
  if (isWatery(c)) {
    c.fill(rectangle(-20, y + 108, 1240, 300), blend(palette.mid, palette.near, 0.45), shade('bottom', 0.5))
    c.at({ x: c.scene.sun.x, y: y + 118 }, () => ripples(c, 240, palette.sun, 6))
    c.at({ x: random.between(250, 950), y: 745 }, () => rowboat(c, 200, palette.accent))
    return
  }
  const wall = [blend(palette.near, palette.mid, 0.25), palette.near, blend(palette.near, palette.mid, 0.12)]
  town(c, {
    foot: 820,
    height: 215,
    wall,
    roof: [palette.near, blend(palette.accent, palette.near, 0.45), blend(palette.accent, palette.near, 0.2)],
    pane: palette.sun,
    width: [110, 180],
  })
}

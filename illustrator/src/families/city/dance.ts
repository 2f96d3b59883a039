/** Dancers in a square with lanterns. */

import type { Canvas } from '../../canvas/canvas.ts'
import { n, shade } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { rectangle } from '../../canvas/shapes.ts'
import { town } from '../../objects/buildings.ts'
import { lamps, lantern } from '../../objects/lights.ts'
import { dancer, partner } from '../../objects/people.ts'
import { tree } from '../../objects/plants.ts'
import { drawHorizon, drawSky } from '../../scenery/land.ts'

export function dance(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  drawHorizon(c)
  town(c, {
    foot: scene.horizon + 110,
    height: 190,
    wall: [palette.far, blend(palette.far, palette.mid, 0.45)],
    roof: [palette.mid, blend(palette.mid, palette.accent, 0.3)],
    pane: scene.hour === 'night' || scene.hour === 'dusk' ? palette.sun : blend(palette.far, palette.near, 0.5),
  })
  c.fill(rectangle(-20, scene.horizon + 106, 1240, 400), palette.mid, shade('bottom', 0.55))
  for (const x of [60, 1140])
    c.at({ x, y: scene.horizon + 150 }, () => tree(c, 320, blend(palette.mid, palette.near, 0.6)))
  const x = random.between(480, 720)
  c.fill(`M${n(x - 330)} 742a330 34 0 1 0 660 0a330 34 0 1 0 -660 0Z`, palette.near)
  if (random.chance(0.6)) c.at({ x: x + 150, y: 746 }, () => partner(c, 440, palette.near))
  c.at({ x: x - 60, y: 744 }, () => dancer(c, 420, palette.near, palette.accent, palette.paper))
  if (random.chance(0.5)) {
    lamps(c, [-20, 60], [640, 70], 60, palette.near, palette.sun, 9)
    lamps(c, [620, 70], [1220, 50], 56, palette.near, palette.sun, 8)
    return
  }
  for (let i = 0; i < 7; i++)
    c.at({ x: 90 + i * 170 + random.between(-20, 20), y: 110 + Math.sin(i * 1.4) * 34 }, () =>
      lantern(c, 100, random.pick([palette.sun, palette.accent, palette.paper]), palette.near),
    )
  c.line('M-20 40Q300 90 600 62T1220 46', palette.near, 3)
}

/** The skyline of a town. */

import type { Canvas } from '../canvas/canvas.ts'
import { blend } from '../canvas/palette.ts'
import { town } from '../objects/buildings.ts'
import { landmark } from '../objects/landmarks.ts'

const litBy = (c: Canvas, wall: string) =>
  c.scene.hour === 'night' || c.scene.hour === 'dusk' ? c.palette.sun : blend(wall, c.palette.near, 0.55)

/** Two rows of houses with a landmark between them. */
export function skyline(c: Canvas, y: number): void {
  const { palette, random, scene } = c
  const far = blend(palette.far, palette.glow, 0.25)
  town(c, {
    foot: y,
    height: 120,
    wall: [far],
    roof: [blend(palette.far, palette.mid, 0.25)],
    pane: blend(far, palette.glow, 0.4),
  })
  const x = scene.sun.x + random.pick([-210, -150, 170, 220])
  const dark = scene.hour === 'night' ? 0.75 : 0
  c.at({ x, y }, () =>
    landmark(
      c,
      random.between(330, 400),
      blend(blend(palette.far, palette.mid, 0.35), palette.near, dark),
      blend(palette.mid, palette.near, 0.25 + dark),
    ),
  )
  const mid = [palette.mid, blend(palette.mid, palette.far, 0.4), blend(palette.mid, palette.near, 0.25)]
  town(c, {
    foot: y + 110,
    height: 175,
    wall: mid,
    roof: [blend(palette.mid, palette.near, 0.5), palette.accent, blend(palette.accent, palette.mid, 0.5)],
    pane: litBy(c, palette.mid),
    width: [72, 124],
  })
}

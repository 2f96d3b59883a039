/** The water and its near bank, and the boat that the host names. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light, n } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { tree } from '../../objects/plants.ts'
import { dhow, kayak, ripples, rowboat, sailboat } from '../../objects/vehicles.ts'
import { drawBirds, drawHorizon, drawPeaks, drawSea, drawSky } from '../../scenery/land.ts'

export function water(c: Canvas): void {
  const { palette, random, scene } = c
  drawSky(c)
  if (random.chance(0.65))
    drawPeaks(c, scene.horizon + 2, random.between(90, 190), blend(palette.far, palette.glow, 0.3))
  drawSea(c)
  drawHorizon(c)
  if (random.chance(0.5)) drawBirds(c, random.between(200, 1000), 220, blend(palette.near, palette.mid, 0.4))
  const x = scene.sun.x > 600 ? random.between(300, 480) : random.between(720, 900)
  const kind = (['kayak', 'sail', 'row'] as const).find((boat) => scene.words.includes(boat))
  if (kind === 'sail') {
    const draw = scene.houses === 'domes' ? dhow : sailboat
    c.at({ x: x > 600 ? x - 560 : x + 540, y: scene.horizon + 46, scale: 0.42 }, () =>
      draw(c, 300, palette.near, palette.paper),
    )
    c.at({ x, y: 668 }, () => ripples(c, 330, blend(palette.accent, palette.near, 0.3), 5))
    c.at({ x, y: 660, flip: random.chance(0.5) }, () => draw(c, random.between(400, 500), palette.near, palette.accent))
  } else if (kind) {
    c.at({ x, y: 672 }, () => ripples(c, 380, palette.near, 5))
    c.at({ x, y: 662, flip: random.chance(0.5) }, () =>
      kind === 'kayak' ? kayak(c, 470, palette.accent, palette.near) : rowboat(c, 420, palette.accent),
    )
  }
  shore(c, x < 600)
}

/** The near bank, with what grows on it. */
function shore(c: Canvas, right: boolean): void {
  const { palette, random } = c
  const x = (fraction: number) => (right ? 1220 - fraction * 1200 : -20 + fraction * 1200)
  c.fill(
    `M${n(x(0))} 830V${random.int(560, 620)}C${n(x(0.1))} 610 ${n(x(0.2))} 690 ${n(x(0.34))} 730S${n(x(0.52))} 800 ${n(x(0.6))} 830Z`,
    palette.near,
    light('top', 0.18),
  )
  for (const fraction of [0.03, 0.1, 0.17])
    c.at({ x: x(fraction), y: 640 + fraction * 400, flip: right }, () =>
      tree(c, random.between(230, 350), palette.near),
    )
}

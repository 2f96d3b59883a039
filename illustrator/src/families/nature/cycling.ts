/** Bicycles: on the road, or against a wall in the sun. */
import type { Canvas } from '../../canvas/canvas.ts'
import { light } from '../../canvas/layers.ts'
import { blend } from '../../canvas/palette.ts'
import { ground } from '../../canvas/shapes.ts'
import { grass, row } from '../../objects/plants.ts'
import { bicycle } from '../../objects/vehicles.ts'
import { drawHills, rolling } from '../../scenery/land.ts'
import { sunnyWall } from '../../scenery/sunny-wall.ts'
import { farView, furrows, midLand, spread } from '../../scenery/view.ts'

export function cycling(c: Canvas): void {
  const { scene, random, palette } = c
  const leaning = () =>
    c.at({ x: random.between(690, 800), y: 740, flip: random.chance(0.5) }, () =>
      bicycle(c, 470, random.pick([palette.accent, palette.paper, palette.sun]), palette.near),
    )
  if (random.chance(scene.setting === 'town' ? 0.7 : 0.25)) sunnyWall(c, leaning)
  else ride(c)
}

function ride(c: Canvas): void {
  const { palette, random, scene } = c
  farView(c)
  if (random.chance(0.4)) furrows(c, scene.horizon + 36, palette.mid, blend(palette.mid, palette.near, 0.35))
  else midLand(c, scene.horizon + 44)
  drawHills(c, scene.horizon + 140, 16, blend(palette.mid, palette.near, 0.35), 2)
  row(c, spread(c, 4, scene.horizon + 160, 12), 150, blend(palette.mid, palette.near, 0.65))
  c.fill(ground(rolling(c, 752, 8, 2)), palette.near, light('top', 0.18))
  const x = random.between(420, 780)
  if (random.chance(0.45))
    c.at({ x: x + random.pick([-300, 300]), y: 762, flip: random.chance(0.5) }, () =>
      bicycle(c, 330, palette.sun, palette.near),
    )
  c.at({ x, y: 770, flip: random.chance(0.5) }, () => bicycle(c, 430, palette.accent, palette.near))
  grass(c, 790)
}

/** What towers above the houses of a town, standing at the origin. */

import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { arch, polygon, rectangle } from '../canvas/shapes.ts'
import type { Houses } from '../scene.ts'
import { ellipseTop, sweptRoof } from './buildings.ts'

type DrawLandmark = (c: Canvas, height: number, wall: string, roof: string) => void

const pagoda: DrawLandmark = (c, height, wall, roof) => {
  const { fill, line } = c
  const half = height * 0.1
  for (let storey = 0; storey < 5; storey++) {
    const y = -(storey * height) / 6
    const wide = half * (1.1 - storey * 0.14)
    fill(rectangle(-wide, y - height / 6, half * 2 * (1.1 - storey * 0.14), height / 6 + 2), wall)
    sweptRoof(c, 0, y - height / 6, half * (2.4 - storey * 0.26), height * 0.075, roof)
  }
  line(`M0 ${n((-height * 5) / 6 - 10)}V${n(-height)}`, roof, 5)
}

const domeWithMinarets: DrawLandmark = ({ fill, line }, height, wall, roof) => {
  const dome = height * 0.24
  fill(rectangle(-dome * 1.25, -height * 0.34, dome * 2.5, height * 0.35), wall, shade('right', 0.4))
  fill(
    `M${n(-dome)} ${n(-height * 0.34)}C${n(-dome * 1.25)} ${n(-height * 0.66)} ${n(-dome * 0.2)} ${n(-height * 0.66)} 0 ${n(-height * 0.84)}C${n(dome * 0.2)} ${n(-height * 0.66)} ${n(dome * 1.25)} ${n(-height * 0.66)} ${n(dome)} ${n(-height * 0.34)}Z`,
    roof,
    shade('right', 0.5),
  )
  line(`M0 ${n(-height * 0.8)}V${n(-height * 0.92)}`, roof, 4)
  for (const x of [-dome * 1.75, dome * 1.75]) {
    fill(rectangle(x - 11, -height * 0.86, 22, height * 0.87), wall, shade('right', 0.4))
    fill(rectangle(x - 17, -height * 0.7, 34, 9), roof)
    fill(
      polygon([
        [x - 12, -height * 0.86],
        [x, -height],
        [x + 12, -height * 0.86],
      ]),
      roof,
    )
  }
}

const skyscraper: DrawLandmark = ({ fill }, height, wall, roof) => {
  const half = height * 0.1
  fill(rectangle(-half * 0.8, -height * 0.72, half * 1.6, height * 0.73), wall, shade('right', 0.5))
  fill(rectangle(-half * 0.55, -height * 0.82, half * 1.1, height * 0.12), wall, shade('right', 0.5))
  fill(
    polygon([
      [-half * 0.4, -height * 0.82],
      [0, -height],
      [half * 0.4, -height * 0.82],
    ]),
    roof,
  )
}

/** The shaft of a church tower; `top` draws its roof. */
function clockTower(c: Canvas, height: number, wall: string, roof: string, top: (half: number) => void): void {
  const half = height * 0.1
  c.fill(rectangle(-half * 0.7, -height * 0.7, half * 1.4, height * 0.71), wall, shade('right', 0.5))
  c.fill(rectangle(-half * 0.85, -height * 0.71, half * 1.7, 9), roof)
  top(half)
  c.circle(0, -height * 0.6, half * 0.28, blend(wall, c.palette.paper, 0.5))
}

const spire: DrawLandmark = (c, height, wall, roof) =>
  clockTower(c, height, wall, roof, (half) =>
    c.fill(
      polygon([
        [-half * 0.8, -height * 0.7],
        [0, -height * 1.06],
        [half * 0.8, -height * 0.7],
      ]),
      roof,
      shade('right', 0.5),
    ),
  )

const campanile: DrawLandmark = (c, height, wall, roof) =>
  clockTower(c, height, wall, roof, (half) => {
    c.fill(arch(-half * 0.3, -height * 0.56, half * 0.6, height * 0.1), roof)
    c.fill(ellipseTop(0, -height * 0.71, half * 0.72), roof, shade('right', 0.5))
    c.line(`M0 ${n(-height * 0.75)}V${n(-height * 0.92)}`, roof, 4)
  })

const landmarks: Record<Houses, DrawLandmark> = {
  gables: spire,
  tiles: campanile,
  domes: domeWithMinarets,
  pagodas: pagoda,
  towers: skyscraper,
}

/** The tower, pagoda or dome that a town is known for. */
export function landmark(c: Canvas, height: number, wall: string, roof: string): void {
  landmarks[c.scene.houses](c, height, wall, roof)
}

/** A row of arches across the picture; the background shows through. */
export function viaduct(c: Canvas, top: number, foot: number, colour: string, span = 150): void {
  let openings = ''
  for (let x = -60; x < 1260; x += span) openings += arch(x + 14, foot, span - 28, foot - top - 26)
  c.fillWithHoles(rectangle(-80, top, 1360, foot - top) + openings, colour, light('top', 0.3))
  c.fill(rectangle(-20, top - 9, 1240, 14), blend(colour, c.palette.paper, 0.22))
}

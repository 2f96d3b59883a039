/** Houses in the style of a place, standing at the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { n, shade } from '../canvas/layers.ts'
import { polygon, rectangle } from '../canvas/shapes.ts'
import type { Houses } from '../scene.ts'

interface Build {
  width: number
  height: number
  wall: string
  roof: string
  /** Windows; lit at night. */
  pane: string
}

type Draw = (c: Canvas, build: Build) => void

function walls(c: Canvas, { width, height, wall, pane }: Build, rows = Math.floor(height / 46)): void {
  c.fill(rectangle(0, -height, width, height + 4), wall, shade('right', 0.42))
  const columns = Math.max(1, Math.floor(width / 36))
  const gap = width / columns
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (c.random.chance(0.3)) continue
      c.fill(rectangle(gap * (column + 0.5) - 6, -height + 16 + row * 46, 12, 19), pane)
    }
  }
}

const gabled: Draw = (c, build) => {
  walls(c, build)
  const { width, height, roof } = build
  c.fill(
    polygon([
      [-5, -height],
      [width / 2, -height - width * 0.62],
      [width + 5, -height],
    ]),
    roof,
    shade('right', 0.5),
  )
}

const tiled: Draw = (c, build) => {
  walls(c, build)
  const { width, height, roof } = build
  c.fill(
    polygon([
      [-7, -height + 3],
      [width * 0.12, -height - width * 0.24],
      [width * 0.88, -height - width * 0.24],
      [width + 7, -height + 3],
    ]),
    roof,
    shade('bottom', 0.45),
  )
}

const flat: Draw = (c, build) => {
  walls(c, build)
  const { width, height, roof, wall } = build
  c.fill(rectangle(-3, -height - 8, width + 6, 11), roof)
  if (c.random.chance(0.35)) c.fill(ellipseTop(width / 2, -height - 8, width * 0.36), wall, shade('right', 0.5))
}

const tall: Draw = (c, { height, ...build }) => {
  const raised = { ...build, height: height * c.random.between(1.2, 2.3) }
  walls(c, raised)
  const { width, roof } = build
  if (c.random.chance(0.4)) c.fill(rectangle(width * 0.25, -raised.height - 26, width * 0.5, 28), roof)
  if (c.random.chance(0.3)) c.line(`M${n(width / 2)} ${n(-raised.height)}v-70`, roof, 4)
}

const upturned: Draw = (c, build) => {
  walls(c, build)
  sweptRoof(c, build.width / 2, -build.height, build.width * 0.72, build.width * 0.34, build.roof)
}

export const ellipseTop = (x: number, y: number, half: number) =>
  `M${n(x - half)} ${n(y)}a${n(half)} ${n(half)} 0 0 1 ${n(half * 2)} 0Z`

/** A roof with upturned eaves. */
export function sweptRoof({ fill }: Canvas, x: number, y: number, half: number, height: number, colour: string): void {
  fill(
    `M${n(x - half)} ${n(y - height * 0.12)}Q${n(x - half * 0.45)} ${n(y - height * 0.1)} ${n(x - half * 0.22)} ${n(y - height)}H${n(x + half * 0.22)}Q${n(x + half * 0.45)} ${n(y - height * 0.1)} ${n(x + half)} ${n(y - height * 0.12)}Q${n(x + half * 0.6)} ${n(y + height * 0.22)} ${n(x)} ${n(y + height * 0.16)}Q${n(x - half * 0.6)} ${n(y + height * 0.22)} ${n(x - half)} ${n(y - height * 0.12)}Z`,
    colour,
    shade('right', 0.45),
  )
}

const kinds: Record<Houses, Draw> = { gables: gabled, tiles: tiled, domes: flat, pagodas: upturned, towers: tall }

export interface Town {
  foot: number
  height: number
  wall: string[]
  roof: string[]
  pane: string
  from?: number
  to?: number
  width?: [number, number]
}

/** A row of adjoining houses. */
export function town(
  c: Canvas,
  { foot, height, wall, roof, pane, from = -20, to = 1220, width = [62, 120] }: Town,
): void {
  const draw = kinds[c.scene.houses]
  for (let x = from; x < to; ) {
    const build = {
      width: c.random.between(...width),
      height: height * c.random.between(0.5, 1),
      wall: c.random.pick(wall),
      roof: c.random.pick(roof),
      pane,
    }
    c.at({ x, y: foot }, () => draw(c, build))
    x += build.width
  }
}

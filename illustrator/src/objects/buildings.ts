/** Houses as they are built in a place, and what towers above them. Each stands at the origin. */
import { arch, type Canvas, polygon, rectangle } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
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

const ellipseTop = (x: number, y: number, half: number) =>
  `M${n(x - half)} ${n(y)}a${n(half)} ${n(half)} 0 0 1 ${n(half * 2)} 0Z`

/** The roof of the east: eaves that turn up. */
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

/** A row of houses, shoulder to shoulder. */
export function town(c: Canvas, { foot, height, wall, roof, pane, from = -20, to = 1220, width = [62, 120] }: Town): void {
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

/** What a town is known by, seen from afar. */
export function landmark(c: Canvas, height: number, wall: string, roof: string): void {
  const { fill, circle, line, scene } = c
  const half = height * 0.1
  if (scene.houses === 'pagodas') {
    for (let storey = 0; storey < 5; storey++) {
      const y = -(storey * height) / 6
      fill(rectangle(-half * (1.1 - storey * 0.14), y - height / 6, half * 2 * (1.1 - storey * 0.14), height / 6 + 2), wall)
      sweptRoof(c, 0, y - height / 6, half * (2.4 - storey * 0.26), height * 0.075, roof)
    }
    line(`M0 ${n((-height * 5) / 6 - 10)}V${n(-height)}`, roof, 5)
    return
  }
  if (scene.houses === 'domes') {
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
    return
  }
  if (scene.houses === 'towers') {
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
    return
  }
  fill(rectangle(-half * 0.7, -height * 0.7, half * 1.4, height * 0.71), wall, shade('right', 0.5))
  fill(rectangle(-half * 0.85, -height * 0.71, half * 1.7, 9), roof)
  if (scene.houses === 'gables') {
    fill(
      polygon([
        [-half * 0.8, -height * 0.7],
        [0, -height * 1.06],
        [half * 0.8, -height * 0.7],
      ]),
      roof,
      shade('right', 0.5),
    )
  } else {
    fill(arch(-half * 0.3, -height * 0.56, half * 0.6, height * 0.1), roof)
    fill(ellipseTop(0, -height * 0.71, half * 0.72), roof, shade('right', 0.5))
    line(`M0 ${n(-height * 0.75)}V${n(-height * 0.92)}`, roof, 4)
  }
  circle(0, -height * 0.6, half * 0.28, blend(wall, c.palette.paper, 0.5))
}

/** Arches that carry a line across the sheet; what is behind is seen through them. */
export function viaduct(c: Canvas, top: number, foot: number, colour: string, span = 150): void {
  let openings = ''
  for (let x = -60; x < 1260; x += span) openings += arch(x + 14, foot, span - 28, foot - top - 26)
  c.fillWithHoles(rectangle(-80, top, 1360, foot - top) + openings, colour, light('top', 0.3))
  c.fill(rectangle(-20, top - 9, 1240, 14), blend(colour, c.palette.paper, 0.22))
}

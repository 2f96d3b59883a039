/** Houses as they are built in a place, and what towers above them. Each stands at the origin. */
import { arch, type Canvas, polygon, rectangle } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import type { Houses } from '../scene.ts'

interface Build {
  wide: number
  high: number
  wall: string
  roof: string
  /** Windows; lit at night. */
  pane: string
}

type Draw = (c: Canvas, build: Build) => void

function walls(c: Canvas, { wide, high, wall, pane }: Build, rows = Math.floor(high / 46)): void {
  c.fill(rectangle(0, -high, wide, high + 4), wall, shade('right', 0.42))
  const columns = Math.max(1, Math.floor(wide / 36))
  const gap = wide / columns
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (c.random.chance(0.3)) continue
      c.fill(rectangle(gap * (column + 0.5) - 6, -high + 16 + row * 46, 12, 19), pane)
    }
  }
}

const gabled: Draw = (c, build) => {
  walls(c, build)
  const { wide, high, roof } = build
  c.fill(
    polygon([
      [-5, -high],
      [wide / 2, -high - wide * 0.62],
      [wide + 5, -high],
    ]),
    roof,
    shade('right', 0.5),
  )
}

const tiled: Draw = (c, build) => {
  walls(c, build)
  const { wide, high, roof } = build
  c.fill(
    polygon([
      [-7, -high + 3],
      [wide * 0.12, -high - wide * 0.24],
      [wide * 0.88, -high - wide * 0.24],
      [wide + 7, -high + 3],
    ]),
    roof,
    shade('bottom', 0.45),
  )
}

const flat: Draw = (c, build) => {
  walls(c, build)
  const { wide, high, roof, wall } = build
  c.fill(rectangle(-3, -high - 8, wide + 6, 11), roof)
  if (c.random.chance(0.35)) c.fill(ellipseTop(wide / 2, -high - 8, wide * 0.36), wall, shade('right', 0.5))
}

const tall: Draw = (c, { high, ...build }) => {
  const raised = { ...build, high: high * c.random.between(1.2, 2.3) }
  walls(c, raised)
  const { wide, roof } = build
  if (c.random.chance(0.4)) c.fill(rectangle(wide * 0.25, -raised.high - 26, wide * 0.5, 28), roof)
  if (c.random.chance(0.3)) c.line(`M${n(wide / 2)} ${n(-raised.high)}v-70`, roof, 4)
}

const upturned: Draw = (c, build) => {
  walls(c, build)
  sweptRoof(c, build.wide / 2, -build.high, build.wide * 0.72, build.wide * 0.34, build.roof)
}

const ellipseTop = (x: number, y: number, half: number) =>
  `M${n(x - half)} ${n(y)}a${n(half)} ${n(half)} 0 0 1 ${n(half * 2)} 0Z`

/** The roof of the east: eaves that turn up. */
export function sweptRoof({ fill }: Canvas, x: number, y: number, half: number, high: number, ink: string): void {
  fill(
    `M${n(x - half)} ${n(y - high * 0.12)}Q${n(x - half * 0.45)} ${n(y - high * 0.1)} ${n(x - half * 0.22)} ${n(y - high)}H${n(x + half * 0.22)}Q${n(x + half * 0.45)} ${n(y - high * 0.1)} ${n(x + half)} ${n(y - high * 0.12)}Q${n(x + half * 0.6)} ${n(y + high * 0.22)} ${n(x)} ${n(y + high * 0.16)}Q${n(x - half * 0.6)} ${n(y + high * 0.22)} ${n(x - half)} ${n(y - high * 0.12)}Z`,
    ink,
    shade('right', 0.45),
  )
}

const kinds: Record<Houses, Draw> = { gables: gabled, tiles: tiled, domes: flat, pagodas: upturned, towers: tall }

export interface Town {
  foot: number
  high: number
  wall: string[]
  roof: string[]
  pane: string
  from?: number
  to?: number
  wide?: [number, number]
}

/** A row of houses, shoulder to shoulder. */
export function town(c: Canvas, { foot, high, wall, roof, pane, from = -20, to = 1220, wide = [62, 120] }: Town): void {
  const draw = kinds[c.scene.houses]
  for (let x = from; x < to; ) {
    const build = {
      wide: c.random.between(...wide),
      high: high * c.random.between(0.5, 1),
      wall: c.random.pick(wall),
      roof: c.random.pick(roof),
      pane,
    }
    c.at({ x, y: foot }, () => draw(c, build))
    x += build.wide
  }
}

/** What a town is known by, seen from afar. */
export function landmark(c: Canvas, high: number, wall: string, roof: string): void {
  const { fill, disc, line, scene } = c
  const half = high * 0.1
  if (scene.houses === 'pagodas') {
    for (let storey = 0; storey < 5; storey++) {
      const y = -(storey * high) / 6
      fill(rectangle(-half * (1.1 - storey * 0.14), y - high / 6, half * 2 * (1.1 - storey * 0.14), high / 6 + 2), wall)
      sweptRoof(c, 0, y - high / 6, half * (2.4 - storey * 0.26), high * 0.075, roof)
    }
    line(`M0 ${n((-high * 5) / 6 - 10)}V${n(-high)}`, roof, 5)
    return
  }
  if (scene.houses === 'domes') {
    const dome = high * 0.24
    fill(rectangle(-dome * 1.25, -high * 0.34, dome * 2.5, high * 0.35), wall, shade('right', 0.4))
    fill(
      `M${n(-dome)} ${n(-high * 0.34)}C${n(-dome * 1.25)} ${n(-high * 0.66)} ${n(-dome * 0.2)} ${n(-high * 0.66)} 0 ${n(-high * 0.84)}C${n(dome * 0.2)} ${n(-high * 0.66)} ${n(dome * 1.25)} ${n(-high * 0.66)} ${n(dome)} ${n(-high * 0.34)}Z`,
      roof,
      shade('right', 0.5),
    )
    line(`M0 ${n(-high * 0.8)}V${n(-high * 0.92)}`, roof, 4)
    for (const x of [-dome * 1.75, dome * 1.75]) {
      fill(rectangle(x - 11, -high * 0.86, 22, high * 0.87), wall, shade('right', 0.4))
      fill(rectangle(x - 17, -high * 0.7, 34, 9), roof)
      fill(
        polygon([
          [x - 12, -high * 0.86],
          [x, -high],
          [x + 12, -high * 0.86],
        ]),
        roof,
      )
    }
    return
  }
  if (scene.houses === 'towers') {
    fill(rectangle(-half * 0.8, -high * 0.72, half * 1.6, high * 0.73), wall, shade('right', 0.5))
    fill(rectangle(-half * 0.55, -high * 0.82, half * 1.1, high * 0.12), wall, shade('right', 0.5))
    fill(
      polygon([
        [-half * 0.4, -high * 0.82],
        [0, -high],
        [half * 0.4, -high * 0.82],
      ]),
      roof,
    )
    return
  }
  fill(rectangle(-half * 0.7, -high * 0.7, half * 1.4, high * 0.71), wall, shade('right', 0.5))
  fill(rectangle(-half * 0.85, -high * 0.71, half * 1.7, 9), roof)
  if (scene.houses === 'gables') {
    fill(
      polygon([
        [-half * 0.8, -high * 0.7],
        [0, -high * 1.06],
        [half * 0.8, -high * 0.7],
      ]),
      roof,
      shade('right', 0.5),
    )
  } else {
    fill(arch(-half * 0.3, -high * 0.56, half * 0.6, high * 0.1), roof)
    fill(ellipseTop(0, -high * 0.71, half * 0.72), roof, shade('right', 0.5))
    line(`M0 ${n(-high * 0.75)}V${n(-high * 0.92)}`, roof, 4)
  }
  disc(0, -high * 0.6, half * 0.28, blend(wall, c.inks.paper, 0.5))
}

/** Arches that carry a line across the sheet; what is behind is seen through them. */
export function viaduct(c: Canvas, top: number, foot: number, ink: string, span = 150): void {
  let openings = ''
  for (let x = -60; x < 1260; x += span) openings += arch(x + 14, foot, span - 28, foot - top - 26)
  c.cut(rectangle(-80, top, 1360, foot - top) + openings, ink, light('top', 0.3))
  c.fill(rectangle(-20, top - 9, 1240, 14), blend(ink, c.inks.paper, 0.22))
}

/** Trees and grasses, growing upwards from the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { ellipse, type Point, polygon } from '../canvas/shapes.ts'

export function pine({ fill, random }: Canvas, height: number, colour: string): void {
  const tiers = 5
  const width = height * 0.42
  fill(`M${n(-height * 0.025)} 0h${n(height * 0.05)}v${n(-height * 0.3)}h${n(-height * 0.05)}Z`, colour)
  for (let tier = 0; tier < tiers; tier++) {
    const [foot, half] = [-height * (0.12 + tier * 0.165), (width / 2) * (1 - tier * 0.17)]
    const top = foot - height * 0.3
    fill(
      `M0 ${n(top)}Q${n(half * 0.35)} ${n(foot - height * 0.07)} ${n(half)} ${n(foot)}Q0 ${n(foot + height * 0.035)} ${n(-half)} ${n(foot + random.between(-2, 2))}Q${n(-half * 0.35)} ${n(foot - height * 0.07)} 0 ${n(top)}Z`,
      colour,
      light('right', 0.22),
    )
  }
}

export function cypress({ fill }: Canvas, height: number, colour: string): void {
  const width = height * 0.11
  fill(
    `M0 ${n(-height)}C${n(width * 1.5)} ${n(-height * 0.6)} ${n(width * 1.35)} ${n(-height * 0.12)} 0 0C${n(-width * 1.35)} ${n(-height * 0.12)} ${n(-width * 1.5)} ${n(-height * 0.6)} 0 ${n(-height)}Z`,
    colour,
    light('right', 0.3),
  )
}

export function roundTree({ fill, circle, line }: Canvas, height: number, colour: string): void {
  const crown = height * 0.34
  line(`M0 0V${n(-height * 0.6)}M0 ${n(-height * 0.38)}L${n(crown * 0.5)} ${n(-height * 0.55)}`, colour, height * 0.04)
  circle(0, -height + crown, crown, colour, light('right', 0.3))
  circle(crown * 0.7, -height + crown * 1.35, crown * 0.62, colour, light('right', 0.3))
  fill(ellipse(-crown * 0.65, -height + crown * 1.4, crown * 0.62, crown * 0.55), colour)
}

/** The flat crown of a stone pine or an acacia. */
export function umbrellaTree({ fill, line }: Canvas, height: number, colour: string): void {
  line(
    `M0 0C${n(height * 0.06)} ${n(-height * 0.4)} ${n(-height * 0.05)} ${n(-height * 0.6)} 0 ${n(-height * 0.85)}`,
    colour,
    height * 0.045,
  )
  line(
    `M${n(-height * 0.01)} ${n(-height * 0.55)}L${n(height * 0.22)} ${n(-height * 0.84)}M0 ${n(-height * 0.5)}L${n(-height * 0.2)} ${n(-height * 0.82)}`,
    colour,
    height * 0.028,
  )
  fill(
    `M${n(-height * 0.5)} ${n(-height * 0.8)}C${n(-height * 0.45)} ${n(-height * 1.04)} ${n(height * 0.42)} ${n(-height * 1.06)} ${n(height * 0.5)} ${n(-height * 0.82)}C${n(height * 0.3)} ${n(-height * 0.76)} ${n(-height * 0.3)} ${n(-height * 0.76)} ${n(-height * 0.5)} ${n(-height * 0.8)}Z`,
    colour,
    light('top', 0.3),
  )
}

export function palm({ fill, line, random }: Canvas, height: number, colour: string): void {
  const lean = height * random.between(0.08, 0.2)
  line(`M0 0Q${n(lean * 0.1)} ${n(-height * 0.55)} ${n(lean)} ${n(-height * 0.86)}`, colour, height * 0.036)
  for (const [dx, dy, sag] of [
    [0.36, 0.02, 0.2],
    [-0.36, 0.03, 0.2],
    [0.3, 0.2, 0.22],
    [-0.31, 0.21, 0.22],
    [0.2, -0.13, 0.12],
    [-0.19, -0.12, 0.12],
  ] as const) {
    const [x, y] = [lean + dx * height, -height * 0.86 + dy * height]
    const top = -height * 0.86 - sag * height
    fill(
      `M${n(lean)} ${n(-height * 0.87)}Q${n(lean + dx * height * 0.45)} ${n(top)} ${n(x)} ${n(y)}Q${n(lean + dx * height * 0.42)} ${n(top + height * 0.13)} ${n(lean)} ${n(-height * 0.83)}Z`,
      colour,
      light('top', 0.18),
    )
  }
}

/** A tree that grows in the climate of the scene. */
export function tree(c: Canvas, height: number, colour: string): void {
  const { climate, setting } = c.scene
  const isWarm = climate === 'tropic' || climate === 'arid'
  const isCold = setting === 'mountain' || climate === 'north'
  const kind = isWarm ? palm : isCold ? pine : c.random.pick([cypress, roundTree, umbrellaTree])
  kind(c, height, colour)
}

export function row(c: Canvas, points: readonly Point[], height: number, colour: string, draw = tree): void {
  for (const [x, y] of points)
    c.at({ x, y, flip: c.random.chance(0.5) }, () => draw(c, height * c.random.between(0.75, 1.15), colour))
}

export function reeds(
  { fill, line, random }: Canvas,
  count: number,
  width: number,
  height: number,
  colour: string,
): void {
  for (let i = 0; i < count; i++) {
    const [x, tall] = [random.between(0, width), height * random.between(0.55, 1)]
    const bend = random.between(-0.22, 0.28) * tall
    fill(
      `M${n(x - 5)} 0Q${n(x - 2)} ${n(-tall * 0.6)} ${n(x + bend)} ${n(-tall)}Q${n(x + 5)} ${n(-tall * 0.6)} ${n(x + 6)} 0Z`,
      colour,
    )
    if (i % 3 === 0) {
      line(`M${n(x)} 0Q${n(x)} ${n(-tall * 0.7)} ${n(x + bend * 0.6)} ${n(-tall * 1.12)}`, colour, 3)
      line(`M${n(x + bend * 0.5)} ${n(-tall * 0.98)}L${n(x + bend * 0.6)} ${n(-tall * 1.12)}`, colour, 12)
    }
  }
}

/** A branch that hangs into the picture from a corner. */
export function branch(c: Canvas, colour: string, leaves = 11): void {
  c.line('M0 0C120 40 240 60 390 130', colour, 7)
  for (let i = 0; i < leaves; i++) {
    const fraction = 0.12 + (i / leaves) * 0.9
    const [x, y] = [390 * fraction, 12 + 112 * fraction * fraction]
    const turn = (i % 2 ? -52 : 62) + c.random.between(-12, 12)
    c.at({ x, y, turn, scale: c.random.between(0.75, 1.1) }, () =>
      c.fill('M0 0C22 -26 66 -26 96 0C66 24 24 24 0 0Z', colour, light('right', 0.25)),
    )
  }
}

/** A plant in a pot, for windows and courtyards. */
export function pottedPlant(c: Canvas, leaf: string, pot: string, height = 150): void {
  const { fill, random } = c
  for (let i = 0; i < 7; i++) {
    const side = (i - 3) / 3
    const [x, y] = [side * height * 0.5, -height * (1 - Math.abs(side) * 0.35) * random.between(0.9, 1.1)]
    fill(
      `M0 ${n(-height * 0.25)}Q${n(x * 0.2 - 8)} ${n(y * 0.8)} ${n(x)} ${n(y)}Q${n(x * 0.6 + 12)} ${n(y * 0.5)} 6 ${n(-height * 0.25)}Z`,
      leaf,
      light('top', 0.25),
    )
  }
  fill(
    polygon([
      [-height * 0.2, -height * 0.3],
      [height * 0.2, -height * 0.3],
      [height * 0.14, 0],
      [-height * 0.14, 0],
    ]),
    pot,
    shade('right', 0.5),
  )
}

export function grass(
  { random, palette, line }: Canvas,
  y: number,
  colour = blend(palette.near, palette.mid, 0.4),
): void {
  for (let i = 0; i < 26; i++) {
    const [x, height] = [random.between(0, 1200), random.between(14, 34)]
    line(
      `M${n(x)} ${n(y + random.between(0, 60))}q${n(random.between(-4, 8))} ${n(-height * 0.6)} ${n(random.between(4, 16))} ${n(-height)}`,
      colour,
      3,
    )
  }
}

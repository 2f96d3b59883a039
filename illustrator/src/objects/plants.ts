/** Trees and grasses; each stands at the origin and grows upwards. */
import { type Canvas, ellipse, type Point, polygon } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'

export function pine({ fill, random }: Canvas, high: number, ink: string): void {
  const tiers = 5
  const wide = high * 0.42
  fill(`M${n(-high * 0.025)} 0h${n(high * 0.05)}v${n(-high * 0.3)}h${n(-high * 0.05)}Z`, ink)
  for (let tier = 0; tier < tiers; tier++) {
    const [foot, half] = [-high * (0.12 + tier * 0.165), (wide / 2) * (1 - tier * 0.17)]
    const top = foot - high * 0.3
    fill(
      `M0 ${n(top)}Q${n(half * 0.35)} ${n(foot - high * 0.07)} ${n(half)} ${n(foot)}Q0 ${n(foot + high * 0.035)} ${n(-half)} ${n(foot + random.between(-2, 2))}Q${n(-half * 0.35)} ${n(foot - high * 0.07)} 0 ${n(top)}Z`,
      ink,
      light('right', 0.22),
    )
  }
}

export function cypress({ fill }: Canvas, high: number, ink: string): void {
  const wide = high * 0.11
  fill(
    `M0 ${n(-high)}C${n(wide * 1.5)} ${n(-high * 0.6)} ${n(wide * 1.35)} ${n(-high * 0.12)} 0 0C${n(-wide * 1.35)} ${n(-high * 0.12)} ${n(-wide * 1.5)} ${n(-high * 0.6)} 0 ${n(-high)}Z`,
    ink,
    light('right', 0.3),
  )
}

export function roundTree({ fill, disc, line }: Canvas, high: number, ink: string): void {
  const crown = high * 0.34
  line(`M0 0V${n(-high * 0.6)}M0 ${n(-high * 0.38)}L${n(crown * 0.5)} ${n(-high * 0.55)}`, ink, high * 0.04)
  disc(0, -high + crown, crown, ink, light('right', 0.3))
  disc(crown * 0.7, -high + crown * 1.35, crown * 0.62, ink, light('right', 0.3))
  fill(ellipse(-crown * 0.65, -high + crown * 1.4, crown * 0.62, crown * 0.55), ink)
}

/** The flat crown of a stone pine or an acacia. */
export function umbrellaTree({ fill, line }: Canvas, high: number, ink: string): void {
  line(
    `M0 0C${n(high * 0.06)} ${n(-high * 0.4)} ${n(-high * 0.05)} ${n(-high * 0.6)} 0 ${n(-high * 0.85)}`,
    ink,
    high * 0.045,
  )
  line(
    `M${n(-high * 0.01)} ${n(-high * 0.55)}L${n(high * 0.22)} ${n(-high * 0.84)}M0 ${n(-high * 0.5)}L${n(-high * 0.2)} ${n(-high * 0.82)}`,
    ink,
    high * 0.028,
  )
  fill(
    `M${n(-high * 0.5)} ${n(-high * 0.8)}C${n(-high * 0.45)} ${n(-high * 1.04)} ${n(high * 0.42)} ${n(-high * 1.06)} ${n(high * 0.5)} ${n(-high * 0.82)}C${n(high * 0.3)} ${n(-high * 0.76)} ${n(-high * 0.3)} ${n(-high * 0.76)} ${n(-high * 0.5)} ${n(-high * 0.8)}Z`,
    ink,
    light('top', 0.3),
  )
}

export function palm({ fill, line, random }: Canvas, high: number, ink: string): void {
  const lean = high * random.between(0.08, 0.2)
  line(`M0 0Q${n(lean * 0.1)} ${n(-high * 0.55)} ${n(lean)} ${n(-high * 0.86)}`, ink, high * 0.036)
  for (const [dx, dy, sag] of [
    [0.36, 0.02, 0.2],
    [-0.36, 0.03, 0.2],
    [0.3, 0.2, 0.22],
    [-0.31, 0.21, 0.22],
    [0.2, -0.13, 0.12],
    [-0.19, -0.12, 0.12],
  ] as const) {
    const [x, y] = [lean + dx * high, -high * 0.86 + dy * high]
    const top = -high * 0.86 - sag * high
    fill(
      `M${n(lean)} ${n(-high * 0.87)}Q${n(lean + dx * high * 0.45)} ${n(top)} ${n(x)} ${n(y)}Q${n(lean + dx * high * 0.42)} ${n(top + high * 0.13)} ${n(lean)} ${n(-high * 0.83)}Z`,
      ink,
      light('top', 0.18),
    )
  }
}

/** What grows in a place. */
export function tree(c: Canvas, high: number, ink: string): void {
  const { climate, setting } = c.scene
  const isWarm = climate === 'tropic' || climate === 'arid'
  const isCold = setting === 'mountain' || climate === 'north'
  const kind = isWarm ? palm : isCold ? pine : c.random.pick([cypress, roundTree, umbrellaTree])
  kind(c, high, ink)
}

export function row(c: Canvas, points: readonly Point[], high: number, ink: string, draw = tree): void {
  for (const [x, y] of points)
    c.at({ x, y, flip: c.random.chance(0.5) }, () => draw(c, high * c.random.between(0.75, 1.15), ink))
}

export function reeds({ fill, line, random }: Canvas, count: number, width: number, high: number, ink: string): void {
  for (let i = 0; i < count; i++) {
    const [x, tall] = [random.between(0, width), high * random.between(0.55, 1)]
    const bend = random.between(-0.22, 0.28) * tall
    fill(
      `M${n(x - 5)} 0Q${n(x - 2)} ${n(-tall * 0.6)} ${n(x + bend)} ${n(-tall)}Q${n(x + 5)} ${n(-tall * 0.6)} ${n(x + 6)} 0Z`,
      ink,
    )
    if (i % 3 === 0) {
      line(`M${n(x)} 0Q${n(x)} ${n(-tall * 0.7)} ${n(x + bend * 0.6)} ${n(-tall * 1.12)}`, ink, 3)
      line(`M${n(x + bend * 0.5)} ${n(-tall * 0.98)}L${n(x + bend * 0.6)} ${n(-tall * 1.12)}`, ink, 12)
    }
  }
}

/** Leaves that hang into the sheet from a corner, to look past. */
export function branch(c: Canvas, ink: string, leaves = 11): void {
  c.line('M0 0C120 40 240 60 390 130', ink, 7)
  for (let i = 0; i < leaves; i++) {
    const part = 0.12 + (i / leaves) * 0.9
    const [x, y] = [390 * part, 12 + 112 * part * part]
    const turn = (i % 2 ? -52 : 62) + c.random.between(-12, 12)
    c.at({ x, y, turn, scale: c.random.between(0.75, 1.1) }, () =>
      c.fill('M0 0C22 -26 66 -26 96 0C66 24 24 24 0 0Z', ink, light('right', 0.25)),
    )
  }
}

/** A plant in a pot, for windows and courtyards. */
export function pottedPlant(c: Canvas, leaf: string, pot: string, high = 150): void {
  const { fill, random } = c
  for (let i = 0; i < 7; i++) {
    const side = (i - 3) / 3
    const [x, y] = [side * high * 0.5, -high * (1 - Math.abs(side) * 0.35) * random.between(0.9, 1.1)]
    fill(
      `M0 ${n(-high * 0.25)}Q${n(x * 0.2 - 8)} ${n(y * 0.8)} ${n(x)} ${n(y)}Q${n(x * 0.6 + 12)} ${n(y * 0.5)} 6 ${n(-high * 0.25)}Z`,
      leaf,
      light('top', 0.25),
    )
  }
  fill(
    polygon([
      [-high * 0.2, -high * 0.3],
      [high * 0.2, -high * 0.3],
      [high * 0.14, 0],
      [-high * 0.14, 0],
    ]),
    pot,
    shade('right', 0.5),
  )
}

export function grass({ random, inks, line }: Canvas, y: number, ink = blend(inks.near, inks.mid, 0.4)): void {
  for (let i = 0; i < 26; i++) {
    const [x, high] = [random.between(0, 1200), random.between(14, 34)]
    line(
      `M${n(x)} ${n(y + random.between(0, 60))}q${n(random.between(-4, 8))} ${n(-high * 0.6)} ${n(random.between(4, 16))} ${n(-high)}`,
      ink,
      3,
    )
  }
}

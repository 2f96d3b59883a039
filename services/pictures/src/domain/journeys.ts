/** What moves through pictures: boats, trains, bicycles, balloons, people and animals. Each stands at the origin. */
import { type Canvas, ellipse, polygon, rectangle } from './canvas.ts'
import { blend } from './inks.ts'
import { light, n, shade } from './sheet.ts'

export function sailboat({ fill, line, inks }: Canvas, high: number, hull: string, sail: string): void {
  fill(
    `M${n(high * 0.03)} ${n(-high)}C${n(high * 0.2)} ${n(-high * 0.62)} ${n(high * 0.36)} ${n(-high * 0.34)} ${n(high * 0.4)} ${n(-high * 0.14)}H${n(high * 0.03)}Z`,
    sail,
    shade('right', 0.4),
  )
  fill(
    `M${n(-high * 0.02)} ${n(-high * 0.9)}C${n(-high * 0.08)} ${n(-high * 0.5)} ${n(-high * 0.2)} ${n(-high * 0.26)} ${n(-high * 0.32)} ${n(-high * 0.14)}H${n(-high * 0.02)}Z`,
    inks.paper,
    shade('bottom', 0.4),
  )
  line(`M0 ${n(-high * 1.02)}V${n(-high * 0.08)}`, hull, high * 0.018)
  fill(
    `M${n(-high * 0.38)} ${n(-high * 0.1)}H${n(high * 0.42)}C${n(high * 0.36)} ${n(high * 0.02)} ${n(high * 0.26)} ${n(high * 0.04)} ${n(high * 0.16)} ${n(high * 0.04)}H${n(-high * 0.22)}C${n(-high * 0.3)} ${n(high * 0.03)} ${n(-high * 0.35)} ${n(-high * 0.02)} ${n(-high * 0.38)} ${n(-high * 0.1)}Z`,
    hull,
    light('top', 0.25),
  )
}

export function dhow({ fill, line }: Canvas, high: number, hull: string, sail: string): void {
  line(`M${n(high * 0.02)} ${n(-high * 0.08)}L${n(-high * 0.04)} ${n(-high * 0.86)}`, hull, high * 0.025)
  fill(
    `M${n(-high * 0.3)} ${n(-high * 0.24)}L${n(high * 0.22)} ${n(-high * 1.08)}C${n(high * 0.46)} ${n(-high * 0.7)} ${n(high * 0.42)} ${n(-high * 0.34)} ${n(high * 0.34)} ${n(-high * 0.14)}Q0 ${n(-high * 0.28)} ${n(-high * 0.3)} ${n(-high * 0.24)}Z`,
    sail,
    shade('right', 0.4),
  )
  fill(
    `M${n(-high * 0.5)} ${n(-high * 0.16)}Q0 ${n(-high * 0.02)} ${n(high * 0.54)} ${n(-high * 0.24)}Q${n(high * 0.4)} ${n(high * 0.05)} ${n(high * 0.2)} ${n(high * 0.05)}H${n(-high * 0.24)}Q${n(-high * 0.42)} ${n(high * 0.03)} ${n(-high * 0.5)} ${n(-high * 0.16)}Z`,
    hull,
    light('top', 0.25),
  )
}

export function kayak({ fill, line, disc, inks }: Canvas, long: number, hull: string, person: string): void {
  line(`M${n(-long * 0.24)} ${n(-long * 0.3)}L${n(long * 0.26)} ${n(-long * 0.02)}`, inks.near, long * 0.02)
  fill(ellipse(-long * 0.25, -long * 0.31, long * 0.05, long * 0.022), inks.accent)
  fill(ellipse(long * 0.27, -long * 0.01, long * 0.05, long * 0.022), inks.accent)
  fill(
    `M${n(-long * 0.075)} ${n(-long * 0.05)}Q${n(-long * 0.09)} ${n(-long * 0.22)} ${n(0)} ${n(-long * 0.235)}Q${n(long * 0.085)} ${n(-long * 0.22)} ${n(long * 0.075)} ${n(-long * 0.05)}Z`,
    person,
  )
  disc(0, -long * 0.29, long * 0.047, person)
  fill(
    `M${n(-long / 2)} ${n(-long * 0.1)}Q0 ${n(-long * 0.03)} ${n(long / 2)} ${n(-long * 0.1)}Q${n(long * 0.3)} ${n(long * 0.05)} 0 ${n(long * 0.05)}T${n(-long / 2)} ${n(-long * 0.1)}Z`,
    hull,
    light('top', 0.35),
  )
}

export function rowboat({ fill, line, inks }: Canvas, long: number, hull: string): void {
  line(`M${n(-long * 0.1)} ${n(-long * 0.1)}L${n(-long * 0.36)} ${n(long * 0.1)}`, inks.paper, long * 0.022)
  fill(
    `M${n(-long / 2)} ${n(-long * 0.2)}Q${n(-long * 0.1)} ${n(-long * 0.07)} ${n(long / 2)} ${n(-long * 0.18)}Q${n(long * 0.42)} ${n(long * 0.06)} ${n(long * 0.2)} ${n(long * 0.06)}H${n(-long * 0.22)}Q${n(-long * 0.42)} ${n(long * 0.04)} ${n(-long / 2)} ${n(-long * 0.2)}Z`,
    hull,
    shade('bottom', 0.4),
  )
  line(
    `M${n(-long * 0.47)} ${n(-long * 0.13)}Q${n(-long * 0.08)} 0 ${n(long * 0.47)} ${n(-long * 0.11)}`,
    inks.paper,
    long * 0.026,
  )
}

/** The reflection of a thing: bars that grow shorter. */
export function ripples({ line, random }: Canvas, wide: number, ink: string, rows = 4): void {
  for (let row = 0; row < rows; row++) {
    const half = (wide / 2) * (1 - row / (rows + 1)) * random.between(0.75, 1)
    line(`M${n(-half + random.between(-8, 8))} ${n(10 + row * 16)}h${n(half * 2)}`, ink, 6)
  }
}

export function bicycle({ line, disc, fill, inks }: Canvas, size: number, frame: string, tyre: string): void {
  const r = size * 0.29
  const [back, front, foot, seat, bar] = [
    [-size * 0.42, -r],
    [size * 0.42, -r],
    [-size * 0.06, -r],
    [-size * 0.17, -size * 0.66],
    [size * 0.29, -size * 0.68],
  ] as const
  for (const [x, y] of [back, front]) {
    line(
      `M${n(x - r)} ${n(y)}a${n(r)} ${n(r)} 0 1 0 ${n(r * 2)} 0a${n(r)} ${n(r)} 0 1 0 ${n(-r * 2)} 0`,
      tyre,
      size * 0.034,
    )
    for (let spoke = 0; spoke < 8; spoke++) {
      const [dx, dy] = [Math.cos((spoke * Math.PI) / 8) * r, Math.sin((spoke * Math.PI) / 8) * r]
      line(`M${n(x - dx)} ${n(y - dy)}L${n(x + dx)} ${n(y + dy)}`, blend(tyre, inks.paper, 0.25), 1.5)
    }
    disc(x, y, size * 0.024, tyre)
  }
  const to = ([x, y]: readonly [number, number]) => `${n(x)} ${n(y)}`
  line(
    `M${to(back)}L${to(foot)}L${to(seat)}ZM${to(foot)}L${n(size * 0.27)} ${n(-size * 0.6)}L${n(-size * 0.155)} ${n(-size * 0.57)}M${to(front)}L${to(bar)}`,
    frame,
    size * 0.036,
  )
  line(`M${to(seat)}l${n(-size * 0.012)} ${n(-size * 0.05)}`, tyre, size * 0.034)
  fill(
    `M${n(seat[0] - size * 0.12)} ${n(seat[1] - size * 0.06)}q${n(size * 0.1)} ${n(-size * 0.05)} ${n(size * 0.22)} ${n(0)}q${n(-size * 0.1)} ${n(size * 0.03)} ${n(-size * 0.22)} 0Z`,
    tyre,
  )
  line(
    `M${to(bar)}q${n(size * 0.02)} ${n(-size * 0.08)} ${n(size * 0.1)} ${n(-size * 0.06)}q${n(size * 0.06)} ${n(size * 0.02)} ${n(size * 0.04)} ${n(size * 0.08)}`,
    tyre,
    size * 0.032,
  )
  disc(foot[0], foot[1], size * 0.045, tyre)
  line(`M${to(foot)}l${n(size * 0.04)} ${n(size * 0.1)}h${n(size * 0.05)}`, tyre, size * 0.022)
}

export function train({ fill, disc }: Canvas, long: number, ink: string, band: string, pane: string): void {
  const cars = 4
  const wide = long / cars
  for (let car = 0; car < cars; car++) {
    const x = car * wide
    const isFirst = car === cars - 1
    fill(
      isFirst
        ? `M${n(x)} -64H${n(x + wide * 0.68)}C${n(x + wide * 0.88)} -62 ${n(x + wide)} -34 ${n(x + wide)} -6H${n(x)}Z`
        : rectangle(x, -64, wide - 7, 58),
      ink,
      shade('bottom', 0.35),
    )
    fill(rectangle(x, -22, isFirst ? wide * 0.96 : wide - 7, 8), band)
    for (let i = 0; i < 4; i++)
      if (!(isFirst && i > 2)) fill(rectangle(x + 14 + i * ((wide - 26) / 4), -54, (wide - 26) / 4 - 9, 22), pane)
    for (const part of [0.2, 0.75]) disc(x + wide * part, -2, 8, ink)
  }
}

export function balloon(c: Canvas, size: number, ink: string, stripe: string): void {
  const { fill, line, inks } = c
  const envelope = `M0 ${n(size * 0.62)}C${n(-size * 0.2)} ${n(size * 0.4)} ${n(-size * 0.5)} ${n(size * 0.24)} ${n(-size * 0.5)} ${n(-size * 0.06)}C${n(-size * 0.5)} ${n(-size * 0.66)} ${n(size * 0.5)} ${n(-size * 0.66)} ${n(size * 0.5)} ${n(-size * 0.06)}C${n(size * 0.5)} ${n(size * 0.24)} ${n(size * 0.2)} ${n(size * 0.4)} 0 ${n(size * 0.62)}Z`
  line(
    `M${n(-size * 0.1)} ${n(size * 0.52)}L${n(-size * 0.05)} ${n(size * 0.78)}M${n(size * 0.1)} ${n(size * 0.52)}L${n(size * 0.05)} ${n(size * 0.78)}`,
    inks.near,
    2.5,
  )
  fill(envelope, ink)
  fill(
    `M0 ${n(size * 0.62)}C${n(-size * 0.1)} ${n(size * 0.4)} ${n(-size * 0.29)} ${n(size * 0.2)} ${n(-size * 0.29)} ${n(-size * 0.06)}C${n(-size * 0.29)} ${n(-size * 0.46)} ${n(-size * 0.12)} ${n(-size * 0.5)} 0 ${n(-size * 0.51)}C${n(size * 0.12)} ${n(-size * 0.5)} ${n(size * 0.29)} ${n(-size * 0.46)} ${n(size * 0.29)} ${n(-size * 0.06)}C${n(size * 0.29)} ${n(size * 0.2)} ${n(size * 0.1)} ${n(size * 0.4)} 0 ${n(size * 0.62)}Z`,
    stripe,
  )
  fill(
    `M0 ${n(size * 0.62)}C${n(-size * 0.04)} ${n(size * 0.4)} ${n(-size * 0.1)} ${n(size * 0.2)} ${n(-size * 0.1)} ${n(-size * 0.06)}C${n(-size * 0.1)} ${n(-size * 0.4)} ${n(-size * 0.05)} ${n(-size * 0.5)} 0 ${n(-size * 0.51)}C${n(size * 0.05)} ${n(-size * 0.5)} ${n(size * 0.1)} ${n(-size * 0.4)} ${n(size * 0.1)} ${n(-size * 0.06)}C${n(size * 0.1)} ${n(size * 0.2)} ${n(size * 0.04)} ${n(size * 0.4)} 0 ${n(size * 0.62)}Z`,
    ink,
  )
  fill(rectangle(-size * 0.075, size * 0.76, size * 0.15, size * 0.11), inks.near)
}

/** Somebody who walks, with a rucksack and perhaps a stick. */
export function walker({ fill, disc, line }: Canvas, high: number, ink: string, pack: string, stick = true): void {
  line(
    `M${n(high * 0.01)} ${n(-high * 0.46)}L${n(-high * 0.13)} ${n(-high * 0.22)}L${n(-high * 0.19)} 0M${n(high * 0.01)} ${n(-high * 0.46)}L${n(high * 0.11)} ${n(-high * 0.24)}L${n(high * 0.1)} 0`,
    ink,
    high * 0.085,
  )
  fill(
    `M${n(-high * 0.09)} ${n(-high * 0.44)}C${n(-high * 0.12)} ${n(-high * 0.66)} ${n(-high * 0.06)} ${n(-high * 0.82)} ${n(high * 0.02)} ${n(-high * 0.82)}C${n(high * 0.12)} ${n(-high * 0.82)} ${n(high * 0.12)} ${n(-high * 0.6)} ${n(high * 0.09)} ${n(-high * 0.43)}Z`,
    ink,
  )
  fill(
    `M${n(-high * 0.06)} ${n(-high * 0.79)}C${n(-high * 0.24)} ${n(-high * 0.82)} ${n(-high * 0.24)} ${n(-high * 0.5)} ${n(-high * 0.1)} ${n(-high * 0.48)}Z`,
    pack,
  )
  disc(high * 0.05, -high * 0.91, high * 0.085, ink)
  line(
    `M${n(high * 0.04)} ${n(-high * 0.72)}L${n(high * 0.13)} ${n(-high * 0.54)}L${n(high * 0.22)} ${n(-high * 0.56)}`,
    ink,
    high * 0.055,
  )
  if (stick) line(`M${n(high * 0.22)} ${n(-high * 0.6)}L${n(high * 0.27)} 0`, ink, high * 0.022)
}

/** In a wide skirt, one arm up. */
export function dancer({ fill, disc, line }: Canvas, high: number, ink: string, skirt: string, hem: string): void {
  line(
    `M${n(-high * 0.02)} ${n(-high * 0.8)}C${n(-high * 0.16)} ${n(-high * 0.86)} ${n(-high * 0.2)} ${n(-high * 1.02)} ${n(-high * 0.06)} ${n(-high * 1.12)}`,
    ink,
    high * 0.036,
  )
  line(
    `M${n(high * 0.04)} ${n(-high * 0.79)}C${n(high * 0.18)} ${n(-high * 0.8)} ${n(high * 0.26)} ${n(-high * 0.68)} ${n(high * 0.36)} ${n(-high * 0.74)}`,
    ink,
    high * 0.036,
  )
  line(
    `M${n(-high * 0.02)} ${n(-high * 0.2)}L${n(-high * 0.05)} 0M${n(high * 0.06)} ${n(-high * 0.2)}L${n(high * 0.16)} ${n(-high * 0.02)}`,
    ink,
    high * 0.036,
  )
  fill(
    `M${n(-high * 0.07)} ${n(-high * 0.82)}Q${n(high * 0.01)} ${n(-high * 0.86)} ${n(high * 0.08)} ${n(-high * 0.81)}C${n(high * 0.06)} ${n(-high * 0.7)} ${n(high * 0.035)} ${n(-high * 0.64)} ${n(high * 0.055)} ${n(-high * 0.56)}H${n(-high * 0.06)}C${n(-high * 0.03)} ${n(-high * 0.66)} ${n(-high * 0.06)} ${n(-high * 0.72)} ${n(-high * 0.07)} ${n(-high * 0.82)}Z`,
    skirt,
    shade('right', 0.4),
  )
  fill(
    `M${n(-high * 0.06)} ${n(-high * 0.58)}C${n(-high * 0.12)} ${n(-high * 0.36)} ${n(-high * 0.3)} ${n(-high * 0.2)} ${n(-high * 0.52)} ${n(-high * 0.19)}C${n(-high * 0.4)} ${n(-high * 0.02)} ${n(-high * 0.18)} ${n(-high * 0.13)} ${n(-high * 0.06)} ${n(-high * 0.08)}C${n(high * 0.06)} ${n(-high * 0.02)} ${n(high * 0.14)} ${n(-high * 0.15)} ${n(high * 0.3)} ${n(-high * 0.1)}C${n(high * 0.44)} ${n(-high * 0.08)} ${n(high * 0.5)} ${n(-high * 0.26)} ${n(high * 0.52)} ${n(-high * 0.34)}C${n(high * 0.3)} ${n(-high * 0.3)} ${n(high * 0.12)} ${n(-high * 0.42)} ${n(high * 0.06)} ${n(-high * 0.58)}Z`,
    skirt,
    shade('bottom', 0.5),
  )
  line(
    `M${n(-high * 0.03)} ${n(-high * 0.5)}C${n(-high * 0.08)} ${n(-high * 0.34)} ${n(-high * 0.16)} ${n(-high * 0.24)} ${n(-high * 0.26)} ${n(-high * 0.17)}M${n(high * 0.03)} ${n(-high * 0.5)}C${n(high * 0.08)} ${n(-high * 0.36)} ${n(high * 0.18)} ${n(-high * 0.26)} ${n(high * 0.3)} ${n(-high * 0.2)}`,
    hem,
    high * 0.012,
  )
  fill(rectangle(-high * 0.025, -high * 0.88, high * 0.05, high * 0.07), ink)
  disc(high * 0.005, -high * 0.93, high * 0.062, ink)
  disc(-high * 0.045, -high * 0.965, high * 0.036, ink)
}

/** In a suit, leaning. */
export function partner({ fill, disc, line }: Canvas, high: number, ink: string): void {
  line(
    `M${n(-high * 0.03)} ${n(-high * 0.48)}L${n(-high * 0.1)} 0M${n(high * 0.03)} ${n(-high * 0.48)}L${n(high * 0.14)} ${n(-high * 0.24)}L${n(high * 0.12)} 0`,
    ink,
    high * 0.07,
  )
  fill(
    `M${n(-high * 0.09)} ${n(-high * 0.44)}L${n(-high * 0.09)} ${n(-high * 0.78)}Q0 ${n(-high * 0.86)} ${n(high * 0.1)} ${n(-high * 0.79)}L${n(high * 0.07)} ${n(-high * 0.44)}Z`,
    ink,
    light('left', 0.25),
  )
  line(
    `M${n(-high * 0.06)} ${n(-high * 0.76)}C${n(-high * 0.2)} ${n(-high * 0.72)} ${n(-high * 0.26)} ${n(-high * 0.8)} ${n(-high * 0.34)} ${n(-high * 0.74)}M${n(high * 0.08)} ${n(-high * 0.76)}C${n(high * 0.2)} ${n(-high * 0.84)} ${n(high * 0.2)} ${n(-high * 0.98)} ${n(high * 0.14)} ${n(-high * 1.08)}`,
    ink,
    high * 0.042,
  )
  disc(0, -high * 0.92, high * 0.068, ink)
}

/** A crane, standing in water. */
export function crane({ fill, line, disc }: Canvas, high: number, ink: string, wing: string, crown: string): void {
  line(
    `M${n(-high * 0.02)} ${n(-high * 0.4)}V0M${n(high * 0.06)} ${n(-high * 0.4)}L${n(high * 0.08)} ${n(-high * 0.2)}L${n(high * 0.02)} ${n(-high * 0.16)}`,
    wing,
    high * 0.018,
  )
  line(
    `M${n(high * 0.12)} ${n(-high * 0.56)}C${n(high * 0.27)} ${n(-high * 0.66)} ${n(high * 0.1)} ${n(-high * 0.8)} ${n(high * 0.2)} ${n(-high * 0.93)}`,
    ink,
    high * 0.046,
  )
  fill(
    `M${n(high * 0.17)} ${n(-high * 0.6)}C${n(high * 0.12)} ${n(-high * 0.36)} ${n(-high * 0.14)} ${n(-high * 0.32)} ${n(-high * 0.36)} ${n(-high * 0.3)}C${n(-high * 0.28)} ${n(-high * 0.46)} ${n(-high * 0.08)} ${n(-high * 0.68)} ${n(high * 0.17)} ${n(-high * 0.6)}Z`,
    ink,
    shade('bottom', 0.4),
  )
  fill(
    `M${n(-high * 0.08)} ${n(-high * 0.5)}C${n(-high * 0.2)} ${n(-high * 0.46)} ${n(-high * 0.34)} ${n(-high * 0.36)} ${n(-high * 0.42)} ${n(-high * 0.2)}C${n(-high * 0.26)} ${n(-high * 0.24)} ${n(-high * 0.1)} ${n(-high * 0.34)} ${n(-high * 0.08)} ${n(-high * 0.5)}Z`,
    wing,
  )
  disc(high * 0.205, -high * 0.94, high * 0.038, ink)
  disc(high * 0.195, -high * 0.962, high * 0.02, crown)
  fill(
    polygon([
      [high * 0.225, -high * 0.965],
      [high * 0.37, -high * 0.92],
      [high * 0.225, -high * 0.925],
    ]),
    wing,
  )
}

/** A long-necked bird in flight. */
export function goose({ fill, line, disc }: Canvas, size: number, ink: string): void {
  line(
    `M${n(size * 0.1)} ${n(-size * 0.02)}Q${n(size * 0.36)} ${n(-size * 0.1)} ${n(size * 0.52)} ${n(-size * 0.06)}`,
    ink,
    size * 0.055,
  )
  disc(size * 0.54, -size * 0.065, size * 0.045, ink)
  fill(
    `M${n(size * 0.2)} ${n(-size * 0.06)}C0 ${n(-size * 0.12)} ${n(-size * 0.24)} ${n(-size * 0.04)} ${n(-size * 0.4)} ${n(size * 0.04)}C${n(-size * 0.2)} ${n(size * 0.08)} ${n(size * 0.1)} ${n(size * 0.08)} ${n(size * 0.2)} ${n(-size * 0.06)}Z`,
    ink,
  )
  fill(
    `M${n(size * 0.06)} ${n(-size * 0.04)}C${n(-size * 0.04)} ${n(-size * 0.34)} ${n(-size * 0.26)} ${n(-size * 0.48)} ${n(-size * 0.46)} ${n(-size * 0.52)}C${n(-size * 0.34)} ${n(-size * 0.36)} ${n(-size * 0.26)} ${n(-size * 0.14)} ${n(-size * 0.16)} ${n(size * 0.02)}Z`,
    ink,
    light('top', 0.25),
  )
  fill(
    `M${n(size * 0.08)} 0C${n(size * 0.1)} ${n(size * 0.2)} ${n(0)} ${n(size * 0.36)} ${n(-size * 0.12)} ${n(size * 0.42)}C${n(-size * 0.1)} ${n(size * 0.26)} ${n(-size * 0.14)} ${n(size * 0.12)} ${n(-size * 0.14)} ${n(size * 0.02)}Z`,
    ink,
  )
}

export function deer({ fill, line }: Canvas, high: number, ink: string): void {
  for (const [x, bend] of [
    [-0.26, 0.02],
    [-0.18, -0.03],
    [0.14, 0.015],
    [0.21, -0.015],
  ] as const)
    line(
      `M${n(x * high)} ${n(-high * 0.36)}L${n((x + bend) * high)} ${n(-high * 0.18)}L${n(x * high)} 0`,
      ink,
      high * 0.032,
    )
  fill(
    `M${n(-high * 0.32)} ${n(-high * 0.5)}C${n(-high * 0.2)} ${n(-high * 0.57)} ${n(high * 0.04)} ${n(-high * 0.53)} ${n(high * 0.16)} ${n(-high * 0.56)}C${n(high * 0.22)} ${n(-high * 0.62)} ${n(high * 0.22)} ${n(-high * 0.74)} ${n(high * 0.26)} ${n(-high * 0.82)}L${n(high * 0.42)} ${n(-high * 0.73)}L${n(high * 0.4)} ${n(-high * 0.69)}L${n(high * 0.31)} ${n(-high * 0.7)}C${n(high * 0.31)} ${n(-high * 0.56)} ${n(high * 0.29)} ${n(-high * 0.4)} ${n(high * 0.22)} ${n(-high * 0.33)}C${n(high * 0.06)} ${n(-high * 0.36)} ${n(-high * 0.1)} ${n(-high * 0.36)} ${n(-high * 0.18)} ${n(-high * 0.31)}C${n(-high * 0.3)} ${n(-high * 0.32)} ${n(-high * 0.34)} ${n(-high * 0.42)} ${n(-high * 0.32)} ${n(-high * 0.5)}Z`,
    ink,
    light('top', 0.2),
  )
  line(
    `M${n(high * 0.27)} ${n(-high * 0.81)}C${n(high * 0.16)} ${n(-high * 0.9)} ${n(high * 0.16)} ${n(-high * 0.98)} ${n(high * 0.2)} ${n(-high * 1.06)}M${n(high * 0.18)} ${n(-high * 0.92)}L${n(high * 0.08)} ${n(-high * 0.99)}M${n(high * 0.29)} ${n(-high * 0.81)}C${n(high * 0.36)} ${n(-high * 0.9)} ${n(high * 0.38)} ${n(-high * 0.97)} ${n(high * 0.34)} ${n(-high * 1.06)}M${n(high * 0.36)} ${n(-high * 0.92)}L${n(high * 0.46)} ${n(-high * 0.99)}`,
    ink,
    high * 0.022,
  )
}

export function elephant({ fill, line }: Canvas, high: number, ink: string, tusk: string): void {
  fill(
    `M${n(-high * 0.62)} ${n(-high * 0.62)}C${n(-high * 0.56)} ${n(-high * 0.98)} ${n(-high * 0.1)} ${n(-high * 1.02)} ${n(high * 0.16)} ${n(-high * 0.9)}C${n(high * 0.4)} ${n(-high * 1.02)} ${n(high * 0.62)} ${n(-high * 0.9)} ${n(high * 0.64)} ${n(-high * 0.66)}C${n(high * 0.66)} ${n(-high * 0.44)} ${n(high * 0.66)} ${n(-high * 0.26)} ${n(high * 0.76)} ${n(-high * 0.1)}C${n(high * 0.66)} ${n(-high * 0.06)} ${n(high * 0.52)} ${n(-high * 0.22)} ${n(high * 0.5)} ${n(-high * 0.5)}L${n(high * 0.36)} ${n(-high * 0.46)}V0H${n(high * 0.18)}V${n(-high * 0.36)}H${n(-high * 0.34)}V0H${n(-high * 0.52)}V${n(-high * 0.36)}Q${n(-high * 0.62)} ${n(-high * 0.46)} ${n(-high * 0.62)} ${n(-high * 0.62)}Z`,
    ink,
    light('top', 0.25),
  )
  fill(
    `M${n(high * 0.2)} ${n(-high * 0.86)}C${n(high * 0.02)} ${n(-high * 0.84)} ${n(-high * 0.02)} ${n(-high * 0.54)} ${n(high * 0.16)} ${n(-high * 0.46)}C${n(high * 0.32)} ${n(-high * 0.52)} ${n(high * 0.36)} ${n(-high * 0.74)} ${n(high * 0.2)} ${n(-high * 0.86)}Z`,
    blend(ink, tusk, 0.14),
    shade('left', 0.4),
  )
  line(
    `M${n(high * 0.5)} ${n(-high * 0.48)}Q${n(high * 0.56)} ${n(-high * 0.34)} ${n(high * 0.68)} ${n(-high * 0.36)}`,
    tusk,
    high * 0.03,
  )
}

export function whaleTail({ fill }: Canvas, high: number, ink: string): void {
  fill(
    `M${n(-high * 0.16)} 0C${n(-high * 0.1)} ${n(-high * 0.34)} ${n(-high * 0.06)} ${n(-high * 0.56)} ${n(-high * 0.04)} ${n(-high * 0.66)}C${n(-high * 0.2)} ${n(-high * 0.86)} ${n(-high * 0.46)} ${n(-high * 0.98)} ${n(-high * 0.78)} ${n(-high * 0.86)}C${n(-high * 0.56)} ${n(-high * 0.84)} ${n(-high * 0.52)} ${n(-high * 1.1)} ${n(-high * 0.3)} ${n(-high * 1.06)}C${n(-high * 0.14)} ${n(-high * 1.04)} ${n(-high * 0.06)} ${n(-high * 0.92)} 0 ${n(-high * 0.86)}C${n(high * 0.06)} ${n(-high * 0.92)} ${n(high * 0.14)} ${n(-high * 1.04)} ${n(high * 0.3)} ${n(-high * 1.06)}C${n(high * 0.52)} ${n(-high * 1.1)} ${n(high * 0.56)} ${n(-high * 0.84)} ${n(high * 0.78)} ${n(-high * 0.86)}C${n(high * 0.46)} ${n(-high * 0.98)} ${n(high * 0.2)} ${n(-high * 0.86)} ${n(high * 0.04)} ${n(-high * 0.66)}C${n(high * 0.06)} ${n(-high * 0.56)} ${n(high * 0.1)} ${n(-high * 0.34)} ${n(high * 0.16)} 0Z`,
    ink,
    light('left', 0.3),
  )
}

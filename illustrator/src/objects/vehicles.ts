/** What carries people. Each stands at the origin. */
import { type Canvas, ellipse, rectangle } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'

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

/** Boats, bicycles, trains and balloons, at the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { ellipse, rectangle } from '../canvas/shapes.ts'

export function sailboat({ fill, line, palette }: Canvas, height: number, hull: string, sail: string): void {
  fill(
    `M${n(height * 0.03)} ${n(-height)}C${n(height * 0.2)} ${n(-height * 0.62)} ${n(height * 0.36)} ${n(-height * 0.34)} ${n(height * 0.4)} ${n(-height * 0.14)}H${n(height * 0.03)}Z`,
    sail,
    shade('right', 0.4),
  )
  fill(
    `M${n(-height * 0.02)} ${n(-height * 0.9)}C${n(-height * 0.08)} ${n(-height * 0.5)} ${n(-height * 0.2)} ${n(-height * 0.26)} ${n(-height * 0.32)} ${n(-height * 0.14)}H${n(-height * 0.02)}Z`,
    palette.paper,
    shade('bottom', 0.4),
  )
  line(`M0 ${n(-height * 1.02)}V${n(-height * 0.08)}`, hull, height * 0.018)
  fill(
    `M${n(-height * 0.38)} ${n(-height * 0.1)}H${n(height * 0.42)}C${n(height * 0.36)} ${n(height * 0.02)} ${n(height * 0.26)} ${n(height * 0.04)} ${n(height * 0.16)} ${n(height * 0.04)}H${n(-height * 0.22)}C${n(-height * 0.3)} ${n(height * 0.03)} ${n(-height * 0.35)} ${n(-height * 0.02)} ${n(-height * 0.38)} ${n(-height * 0.1)}Z`,
    hull,
    light('top', 0.25),
  )
}

export function dhow({ fill, line }: Canvas, height: number, hull: string, sail: string): void {
  line(`M${n(height * 0.02)} ${n(-height * 0.08)}L${n(-height * 0.04)} ${n(-height * 0.86)}`, hull, height * 0.025)
  fill(
    `M${n(-height * 0.3)} ${n(-height * 0.24)}L${n(height * 0.22)} ${n(-height * 1.08)}C${n(height * 0.46)} ${n(-height * 0.7)} ${n(height * 0.42)} ${n(-height * 0.34)} ${n(height * 0.34)} ${n(-height * 0.14)}Q0 ${n(-height * 0.28)} ${n(-height * 0.3)} ${n(-height * 0.24)}Z`,
    sail,
    shade('right', 0.4),
  )
  fill(
    `M${n(-height * 0.5)} ${n(-height * 0.16)}Q0 ${n(-height * 0.02)} ${n(height * 0.54)} ${n(-height * 0.24)}Q${n(height * 0.4)} ${n(height * 0.05)} ${n(height * 0.2)} ${n(height * 0.05)}H${n(-height * 0.24)}Q${n(-height * 0.42)} ${n(height * 0.03)} ${n(-height * 0.5)} ${n(-height * 0.16)}Z`,
    hull,
    light('top', 0.25),
  )
}

export function kayak({ fill, line, circle, palette }: Canvas, length: number, hull: string, person: string): void {
  line(
    `M${n(-length * 0.24)} ${n(-length * 0.3)}L${n(length * 0.26)} ${n(-length * 0.02)}`,
    palette.near,
    length * 0.02,
  )
  fill(ellipse(-length * 0.25, -length * 0.31, length * 0.05, length * 0.022), palette.accent)
  fill(ellipse(length * 0.27, -length * 0.01, length * 0.05, length * 0.022), palette.accent)
  fill(
    `M${n(-length * 0.075)} ${n(-length * 0.05)}Q${n(-length * 0.09)} ${n(-length * 0.22)} ${n(0)} ${n(-length * 0.235)}Q${n(length * 0.085)} ${n(-length * 0.22)} ${n(length * 0.075)} ${n(-length * 0.05)}Z`,
    person,
  )
  circle(0, -length * 0.29, length * 0.047, person)
  fill(
    `M${n(-length / 2)} ${n(-length * 0.1)}Q0 ${n(-length * 0.03)} ${n(length / 2)} ${n(-length * 0.1)}Q${n(length * 0.3)} ${n(length * 0.05)} 0 ${n(length * 0.05)}T${n(-length / 2)} ${n(-length * 0.1)}Z`,
    hull,
    light('top', 0.35),
  )
}

export function rowboat({ fill, line, palette }: Canvas, length: number, hull: string): void {
  line(
    `M${n(-length * 0.1)} ${n(-length * 0.1)}L${n(-length * 0.36)} ${n(length * 0.1)}`,
    palette.paper,
    length * 0.022,
  )
  fill(
    `M${n(-length / 2)} ${n(-length * 0.2)}Q${n(-length * 0.1)} ${n(-length * 0.07)} ${n(length / 2)} ${n(-length * 0.18)}Q${n(length * 0.42)} ${n(length * 0.06)} ${n(length * 0.2)} ${n(length * 0.06)}H${n(-length * 0.22)}Q${n(-length * 0.42)} ${n(length * 0.04)} ${n(-length / 2)} ${n(-length * 0.2)}Z`,
    hull,
    shade('bottom', 0.4),
  )
  line(
    `M${n(-length * 0.47)} ${n(-length * 0.13)}Q${n(-length * 0.08)} 0 ${n(length * 0.47)} ${n(-length * 0.11)}`,
    palette.paper,
    length * 0.026,
  )
}

/** A reflection on water: bars that grow shorter. */
export function ripples({ line, random }: Canvas, width: number, colour: string, rows = 4): void {
  for (let row = 0; row < rows; row++) {
    const half = (width / 2) * (1 - row / (rows + 1)) * random.between(0.75, 1)
    line(`M${n(-half + random.between(-8, 8))} ${n(10 + row * 16)}h${n(half * 2)}`, colour, 6)
  }
}

export function bicycle({ line, circle, fill, palette }: Canvas, size: number, frame: string, tyre: string): void {
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
      line(`M${n(x - dx)} ${n(y - dy)}L${n(x + dx)} ${n(y + dy)}`, blend(tyre, palette.paper, 0.25), 1.5)
    }
    circle(x, y, size * 0.024, tyre)
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
  circle(foot[0], foot[1], size * 0.045, tyre)
  line(`M${to(foot)}l${n(size * 0.04)} ${n(size * 0.1)}h${n(size * 0.05)}`, tyre, size * 0.022)
}

export function train({ fill, circle }: Canvas, length: number, colour: string, band: string, pane: string): void {
  const cars = 4
  const width = length / cars
  for (let car = 0; car < cars; car++) {
    const x = car * width
    const isFirst = car === cars - 1
    fill(
      isFirst
        ? `M${n(x)} -64H${n(x + width * 0.68)}C${n(x + width * 0.88)} -62 ${n(x + width)} -34 ${n(x + width)} -6H${n(x)}Z`
        : rectangle(x, -64, width - 7, 58),
      colour,
      shade('bottom', 0.35),
    )
    fill(rectangle(x, -22, isFirst ? width * 0.96 : width - 7, 8), band)
    for (let i = 0; i < 4; i++)
      if (!(isFirst && i > 2)) fill(rectangle(x + 14 + i * ((width - 26) / 4), -54, (width - 26) / 4 - 9, 22), pane)
    for (const fraction of [0.2, 0.75]) circle(x + width * fraction, -2, 8, colour)
  }
}

export function balloon(c: Canvas, size: number, colour: string, stripe: string): void {
  const { fill, line, palette } = c
  const envelope = `M0 ${n(size * 0.62)}C${n(-size * 0.2)} ${n(size * 0.4)} ${n(-size * 0.5)} ${n(size * 0.24)} ${n(-size * 0.5)} ${n(-size * 0.06)}C${n(-size * 0.5)} ${n(-size * 0.66)} ${n(size * 0.5)} ${n(-size * 0.66)} ${n(size * 0.5)} ${n(-size * 0.06)}C${n(size * 0.5)} ${n(size * 0.24)} ${n(size * 0.2)} ${n(size * 0.4)} 0 ${n(size * 0.62)}Z`
  line(
    `M${n(-size * 0.1)} ${n(size * 0.52)}L${n(-size * 0.05)} ${n(size * 0.78)}M${n(size * 0.1)} ${n(size * 0.52)}L${n(size * 0.05)} ${n(size * 0.78)}`,
    palette.near,
    2.5,
  )
  fill(envelope, colour)
  fill(
    `M0 ${n(size * 0.62)}C${n(-size * 0.1)} ${n(size * 0.4)} ${n(-size * 0.29)} ${n(size * 0.2)} ${n(-size * 0.29)} ${n(-size * 0.06)}C${n(-size * 0.29)} ${n(-size * 0.46)} ${n(-size * 0.12)} ${n(-size * 0.5)} 0 ${n(-size * 0.51)}C${n(size * 0.12)} ${n(-size * 0.5)} ${n(size * 0.29)} ${n(-size * 0.46)} ${n(size * 0.29)} ${n(-size * 0.06)}C${n(size * 0.29)} ${n(size * 0.2)} ${n(size * 0.1)} ${n(size * 0.4)} 0 ${n(size * 0.62)}Z`,
    stripe,
  )
  fill(
    `M0 ${n(size * 0.62)}C${n(-size * 0.04)} ${n(size * 0.4)} ${n(-size * 0.1)} ${n(size * 0.2)} ${n(-size * 0.1)} ${n(-size * 0.06)}C${n(-size * 0.1)} ${n(-size * 0.4)} ${n(-size * 0.05)} ${n(-size * 0.5)} 0 ${n(-size * 0.51)}C${n(size * 0.05)} ${n(-size * 0.5)} ${n(size * 0.1)} ${n(-size * 0.4)} ${n(size * 0.1)} ${n(-size * 0.06)}C${n(size * 0.1)} ${n(size * 0.2)} ${n(size * 0.04)} ${n(size * 0.4)} 0 ${n(size * 0.62)}Z`,
    colour,
  )
  fill(rectangle(-size * 0.075, size * 0.76, size * 0.15, size * 0.11), palette.near)
}

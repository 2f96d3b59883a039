/** Animals, each at the origin. */
import { type Canvas, polygon } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'

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

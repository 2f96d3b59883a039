/** Animals, each at the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { blend } from '../canvas/palette.ts'
import { polygon } from '../canvas/shapes.ts'

/** A crane, standing in water. */
export function crane(
  { fill, line, circle }: Canvas,
  height: number,
  colour: string,
  wing: string,
  crown: string,
): void {
  line(
    `M${n(-height * 0.02)} ${n(-height * 0.4)}V0M${n(height * 0.06)} ${n(-height * 0.4)}L${n(height * 0.08)} ${n(-height * 0.2)}L${n(height * 0.02)} ${n(-height * 0.16)}`,
    wing,
    height * 0.018,
  )
  line(
    `M${n(height * 0.12)} ${n(-height * 0.56)}C${n(height * 0.27)} ${n(-height * 0.66)} ${n(height * 0.1)} ${n(-height * 0.8)} ${n(height * 0.2)} ${n(-height * 0.93)}`,
    colour,
    height * 0.046,
  )
  fill(
    `M${n(height * 0.17)} ${n(-height * 0.6)}C${n(height * 0.12)} ${n(-height * 0.36)} ${n(-height * 0.14)} ${n(-height * 0.32)} ${n(-height * 0.36)} ${n(-height * 0.3)}C${n(-height * 0.28)} ${n(-height * 0.46)} ${n(-height * 0.08)} ${n(-height * 0.68)} ${n(height * 0.17)} ${n(-height * 0.6)}Z`,
    colour,
    shade('bottom', 0.4),
  )
  fill(
    `M${n(-height * 0.08)} ${n(-height * 0.5)}C${n(-height * 0.2)} ${n(-height * 0.46)} ${n(-height * 0.34)} ${n(-height * 0.36)} ${n(-height * 0.42)} ${n(-height * 0.2)}C${n(-height * 0.26)} ${n(-height * 0.24)} ${n(-height * 0.1)} ${n(-height * 0.34)} ${n(-height * 0.08)} ${n(-height * 0.5)}Z`,
    wing,
  )
  circle(height * 0.205, -height * 0.94, height * 0.038, colour)
  circle(height * 0.195, -height * 0.962, height * 0.02, crown)
  fill(
    polygon([
      [height * 0.225, -height * 0.965],
      [height * 0.37, -height * 0.92],
      [height * 0.225, -height * 0.925],
    ]),
    wing,
  )
}

/** A long-necked bird in flight. */
export function goose({ fill, line, circle }: Canvas, size: number, colour: string): void {
  line(
    `M${n(size * 0.1)} ${n(-size * 0.02)}Q${n(size * 0.36)} ${n(-size * 0.1)} ${n(size * 0.52)} ${n(-size * 0.06)}`,
    colour,
    size * 0.055,
  )
  circle(size * 0.54, -size * 0.065, size * 0.045, colour)
  fill(
    `M${n(size * 0.2)} ${n(-size * 0.06)}C0 ${n(-size * 0.12)} ${n(-size * 0.24)} ${n(-size * 0.04)} ${n(-size * 0.4)} ${n(size * 0.04)}C${n(-size * 0.2)} ${n(size * 0.08)} ${n(size * 0.1)} ${n(size * 0.08)} ${n(size * 0.2)} ${n(-size * 0.06)}Z`,
    colour,
  )
  fill(
    `M${n(size * 0.06)} ${n(-size * 0.04)}C${n(-size * 0.04)} ${n(-size * 0.34)} ${n(-size * 0.26)} ${n(-size * 0.48)} ${n(-size * 0.46)} ${n(-size * 0.52)}C${n(-size * 0.34)} ${n(-size * 0.36)} ${n(-size * 0.26)} ${n(-size * 0.14)} ${n(-size * 0.16)} ${n(size * 0.02)}Z`,
    colour,
    light('top', 0.25),
  )
  fill(
    `M${n(size * 0.08)} 0C${n(size * 0.1)} ${n(size * 0.2)} ${n(0)} ${n(size * 0.36)} ${n(-size * 0.12)} ${n(size * 0.42)}C${n(-size * 0.1)} ${n(size * 0.26)} ${n(-size * 0.14)} ${n(size * 0.12)} ${n(-size * 0.14)} ${n(size * 0.02)}Z`,
    colour,
  )
}

export function deer({ fill, line }: Canvas, height: number, colour: string): void {
  for (const [x, bend] of [
    [-0.26, 0.02],
    [-0.18, -0.03],
    [0.14, 0.015],
    [0.21, -0.015],
  ] as const)
    line(
      `M${n(x * height)} ${n(-height * 0.36)}L${n((x + bend) * height)} ${n(-height * 0.18)}L${n(x * height)} 0`,
      colour,
      height * 0.032,
    )
  fill(
    `M${n(-height * 0.32)} ${n(-height * 0.5)}C${n(-height * 0.2)} ${n(-height * 0.57)} ${n(height * 0.04)} ${n(-height * 0.53)} ${n(height * 0.16)} ${n(-height * 0.56)}C${n(height * 0.22)} ${n(-height * 0.62)} ${n(height * 0.22)} ${n(-height * 0.74)} ${n(height * 0.26)} ${n(-height * 0.82)}L${n(height * 0.42)} ${n(-height * 0.73)}L${n(height * 0.4)} ${n(-height * 0.69)}L${n(height * 0.31)} ${n(-height * 0.7)}C${n(height * 0.31)} ${n(-height * 0.56)} ${n(height * 0.29)} ${n(-height * 0.4)} ${n(height * 0.22)} ${n(-height * 0.33)}C${n(height * 0.06)} ${n(-height * 0.36)} ${n(-height * 0.1)} ${n(-height * 0.36)} ${n(-height * 0.18)} ${n(-height * 0.31)}C${n(-height * 0.3)} ${n(-height * 0.32)} ${n(-height * 0.34)} ${n(-height * 0.42)} ${n(-height * 0.32)} ${n(-height * 0.5)}Z`,
    colour,
    light('top', 0.2),
  )
  line(
    `M${n(height * 0.27)} ${n(-height * 0.81)}C${n(height * 0.16)} ${n(-height * 0.9)} ${n(height * 0.16)} ${n(-height * 0.98)} ${n(height * 0.2)} ${n(-height * 1.06)}M${n(height * 0.18)} ${n(-height * 0.92)}L${n(height * 0.08)} ${n(-height * 0.99)}M${n(height * 0.29)} ${n(-height * 0.81)}C${n(height * 0.36)} ${n(-height * 0.9)} ${n(height * 0.38)} ${n(-height * 0.97)} ${n(height * 0.34)} ${n(-height * 1.06)}M${n(height * 0.36)} ${n(-height * 0.92)}L${n(height * 0.46)} ${n(-height * 0.99)}`,
    colour,
    height * 0.022,
  )
}

export function elephant({ fill, line }: Canvas, height: number, colour: string, tusk: string): void {
  fill(
    `M${n(-height * 0.62)} ${n(-height * 0.62)}C${n(-height * 0.56)} ${n(-height * 0.98)} ${n(-height * 0.1)} ${n(-height * 1.02)} ${n(height * 0.16)} ${n(-height * 0.9)}C${n(height * 0.4)} ${n(-height * 1.02)} ${n(height * 0.62)} ${n(-height * 0.9)} ${n(height * 0.64)} ${n(-height * 0.66)}C${n(height * 0.66)} ${n(-height * 0.44)} ${n(height * 0.66)} ${n(-height * 0.26)} ${n(height * 0.76)} ${n(-height * 0.1)}C${n(height * 0.66)} ${n(-height * 0.06)} ${n(height * 0.52)} ${n(-height * 0.22)} ${n(height * 0.5)} ${n(-height * 0.5)}L${n(height * 0.36)} ${n(-height * 0.46)}V0H${n(height * 0.18)}V${n(-height * 0.36)}H${n(-height * 0.34)}V0H${n(-height * 0.52)}V${n(-height * 0.36)}Q${n(-height * 0.62)} ${n(-height * 0.46)} ${n(-height * 0.62)} ${n(-height * 0.62)}Z`,
    colour,
    light('top', 0.25),
  )
  fill(
    `M${n(height * 0.2)} ${n(-height * 0.86)}C${n(height * 0.02)} ${n(-height * 0.84)} ${n(-height * 0.02)} ${n(-height * 0.54)} ${n(height * 0.16)} ${n(-height * 0.46)}C${n(height * 0.32)} ${n(-height * 0.52)} ${n(height * 0.36)} ${n(-height * 0.74)} ${n(height * 0.2)} ${n(-height * 0.86)}Z`,
    blend(colour, tusk, 0.14),
    shade('left', 0.4),
  )
  line(
    `M${n(height * 0.5)} ${n(-height * 0.48)}Q${n(height * 0.56)} ${n(-height * 0.34)} ${n(height * 0.68)} ${n(-height * 0.36)}`,
    tusk,
    height * 0.03,
  )
}

export function whaleTail({ fill }: Canvas, height: number, colour: string): void {
  fill(
    `M${n(-height * 0.16)} 0C${n(-height * 0.1)} ${n(-height * 0.34)} ${n(-height * 0.06)} ${n(-height * 0.56)} ${n(-height * 0.04)} ${n(-height * 0.66)}C${n(-height * 0.2)} ${n(-height * 0.86)} ${n(-height * 0.46)} ${n(-height * 0.98)} ${n(-height * 0.78)} ${n(-height * 0.86)}C${n(-height * 0.56)} ${n(-height * 0.84)} ${n(-height * 0.52)} ${n(-height * 1.1)} ${n(-height * 0.3)} ${n(-height * 1.06)}C${n(-height * 0.14)} ${n(-height * 1.04)} ${n(-height * 0.06)} ${n(-height * 0.92)} 0 ${n(-height * 0.86)}C${n(height * 0.06)} ${n(-height * 0.92)} ${n(height * 0.14)} ${n(-height * 1.04)} ${n(height * 0.3)} ${n(-height * 1.06)}C${n(height * 0.52)} ${n(-height * 1.1)} ${n(height * 0.56)} ${n(-height * 0.84)} ${n(height * 0.78)} ${n(-height * 0.86)}C${n(height * 0.46)} ${n(-height * 0.98)} ${n(height * 0.2)} ${n(-height * 0.86)} ${n(height * 0.04)} ${n(-height * 0.66)}C${n(height * 0.06)} ${n(-height * 0.56)} ${n(height * 0.1)} ${n(-height * 0.34)} ${n(height * 0.16)} 0Z`,
    colour,
    light('left', 0.3),
  )
}

/** People, standing at the origin. */
import type { Canvas } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'
import { rectangle } from '../canvas/shapes.ts'

/** A walker with a rucksack, with or without a stick. */
export function walker(
  { fill, circle, line }: Canvas,
  height: number,
  colour: string,
  pack: string,
  stick = true,
): void {
  line(
    `M${n(height * 0.01)} ${n(-height * 0.46)}L${n(-height * 0.13)} ${n(-height * 0.22)}L${n(-height * 0.19)} 0M${n(height * 0.01)} ${n(-height * 0.46)}L${n(height * 0.11)} ${n(-height * 0.24)}L${n(height * 0.1)} 0`,
    colour,
    height * 0.085,
  )
  fill(
    `M${n(-height * 0.09)} ${n(-height * 0.44)}C${n(-height * 0.12)} ${n(-height * 0.66)} ${n(-height * 0.06)} ${n(-height * 0.82)} ${n(height * 0.02)} ${n(-height * 0.82)}C${n(height * 0.12)} ${n(-height * 0.82)} ${n(height * 0.12)} ${n(-height * 0.6)} ${n(height * 0.09)} ${n(-height * 0.43)}Z`,
    colour,
  )
  fill(
    `M${n(-height * 0.06)} ${n(-height * 0.79)}C${n(-height * 0.24)} ${n(-height * 0.82)} ${n(-height * 0.24)} ${n(-height * 0.5)} ${n(-height * 0.1)} ${n(-height * 0.48)}Z`,
    pack,
  )
  circle(height * 0.05, -height * 0.91, height * 0.085, colour)
  line(
    `M${n(height * 0.04)} ${n(-height * 0.72)}L${n(height * 0.13)} ${n(-height * 0.54)}L${n(height * 0.22)} ${n(-height * 0.56)}`,
    colour,
    height * 0.055,
  )
  if (stick) line(`M${n(height * 0.22)} ${n(-height * 0.6)}L${n(height * 0.27)} 0`, colour, height * 0.022)
}

/** A dancer in a wide skirt, one arm raised. */
export function dancer(
  { fill, circle, line }: Canvas,
  height: number,
  colour: string,
  skirt: string,
  hem: string,
): void {
  line(
    `M${n(-height * 0.02)} ${n(-height * 0.8)}C${n(-height * 0.16)} ${n(-height * 0.86)} ${n(-height * 0.2)} ${n(-height * 1.02)} ${n(-height * 0.06)} ${n(-height * 1.12)}`,
    colour,
    height * 0.036,
  )
  line(
    `M${n(height * 0.04)} ${n(-height * 0.79)}C${n(height * 0.18)} ${n(-height * 0.8)} ${n(height * 0.26)} ${n(-height * 0.68)} ${n(height * 0.36)} ${n(-height * 0.74)}`,
    colour,
    height * 0.036,
  )
  line(
    `M${n(-height * 0.02)} ${n(-height * 0.2)}L${n(-height * 0.05)} 0M${n(height * 0.06)} ${n(-height * 0.2)}L${n(height * 0.16)} ${n(-height * 0.02)}`,
    colour,
    height * 0.036,
  )
  fill(
    `M${n(-height * 0.07)} ${n(-height * 0.82)}Q${n(height * 0.01)} ${n(-height * 0.86)} ${n(height * 0.08)} ${n(-height * 0.81)}C${n(height * 0.06)} ${n(-height * 0.7)} ${n(height * 0.035)} ${n(-height * 0.64)} ${n(height * 0.055)} ${n(-height * 0.56)}H${n(-height * 0.06)}C${n(-height * 0.03)} ${n(-height * 0.66)} ${n(-height * 0.06)} ${n(-height * 0.72)} ${n(-height * 0.07)} ${n(-height * 0.82)}Z`,
    skirt,
    shade('right', 0.4),
  )
  fill(
    `M${n(-height * 0.06)} ${n(-height * 0.58)}C${n(-height * 0.12)} ${n(-height * 0.36)} ${n(-height * 0.3)} ${n(-height * 0.2)} ${n(-height * 0.52)} ${n(-height * 0.19)}C${n(-height * 0.4)} ${n(-height * 0.02)} ${n(-height * 0.18)} ${n(-height * 0.13)} ${n(-height * 0.06)} ${n(-height * 0.08)}C${n(height * 0.06)} ${n(-height * 0.02)} ${n(height * 0.14)} ${n(-height * 0.15)} ${n(height * 0.3)} ${n(-height * 0.1)}C${n(height * 0.44)} ${n(-height * 0.08)} ${n(height * 0.5)} ${n(-height * 0.26)} ${n(height * 0.52)} ${n(-height * 0.34)}C${n(height * 0.3)} ${n(-height * 0.3)} ${n(height * 0.12)} ${n(-height * 0.42)} ${n(height * 0.06)} ${n(-height * 0.58)}Z`,
    skirt,
    shade('bottom', 0.5),
  )
  line(
    `M${n(-height * 0.03)} ${n(-height * 0.5)}C${n(-height * 0.08)} ${n(-height * 0.34)} ${n(-height * 0.16)} ${n(-height * 0.24)} ${n(-height * 0.26)} ${n(-height * 0.17)}M${n(height * 0.03)} ${n(-height * 0.5)}C${n(height * 0.08)} ${n(-height * 0.36)} ${n(height * 0.18)} ${n(-height * 0.26)} ${n(height * 0.3)} ${n(-height * 0.2)}`,
    hem,
    height * 0.012,
  )
  fill(rectangle(-height * 0.025, -height * 0.88, height * 0.05, height * 0.07), colour)
  circle(height * 0.005, -height * 0.93, height * 0.062, colour)
  circle(-height * 0.045, -height * 0.965, height * 0.036, colour)
}

/** A dancer in a suit. */
export function partner({ fill, circle, line }: Canvas, height: number, colour: string): void {
  line(
    `M${n(-height * 0.03)} ${n(-height * 0.48)}L${n(-height * 0.1)} 0M${n(height * 0.03)} ${n(-height * 0.48)}L${n(height * 0.14)} ${n(-height * 0.24)}L${n(height * 0.12)} 0`,
    colour,
    height * 0.07,
  )
  fill(
    `M${n(-height * 0.09)} ${n(-height * 0.44)}L${n(-height * 0.09)} ${n(-height * 0.78)}Q0 ${n(-height * 0.86)} ${n(height * 0.1)} ${n(-height * 0.79)}L${n(height * 0.07)} ${n(-height * 0.44)}Z`,
    colour,
    light('left', 0.25),
  )
  line(
    `M${n(-height * 0.06)} ${n(-height * 0.76)}C${n(-height * 0.2)} ${n(-height * 0.72)} ${n(-height * 0.26)} ${n(-height * 0.8)} ${n(-height * 0.34)} ${n(-height * 0.74)}M${n(height * 0.08)} ${n(-height * 0.76)}C${n(height * 0.2)} ${n(-height * 0.84)} ${n(height * 0.2)} ${n(-height * 0.98)} ${n(height * 0.14)} ${n(-height * 1.08)}`,
    colour,
    height * 0.042,
  )
  circle(0, -height * 0.92, height * 0.068, colour)
}

/** People, seen from afar. Each stands at the origin. */
import { type Canvas, rectangle } from '../canvas/canvas.ts'
import { light, n, shade } from '../canvas/layers.ts'

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

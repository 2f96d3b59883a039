import { HEIGHT, n, WIDTH } from './layers.ts'

export type Point = readonly [x: number, y: number]

/** A smooth curve through points: a Catmull-Rom spline as Béziers. */
export function curve(points: readonly Point[], tension = 1): string {
  const [first] = points
  if (!first) return ''
  const at = (i: number) => points[Math.max(0, Math.min(points.length - 1, i))] as Point
  const pieces = points.slice(1).map((to, i) => {
    const [before, from, after] = [at(i - 1), at(i), at(i + 2)]
    const [ax, ay] = [from[0] + ((to[0] - before[0]) / 6) * tension, from[1] + ((to[1] - before[1]) / 6) * tension]
    const [bx, by] = [to[0] - ((after[0] - from[0]) / 6) * tension, to[1] - ((after[1] - from[1]) / 6) * tension]
    return `C${n(ax)} ${n(ay)} ${n(bx)} ${n(by)} ${n(to[0])} ${n(to[1])}`
  })
  return `M${n(first[0])} ${n(first[1])}${pieces.join('')}`
}

/** Straight lines through points, closed. */
export const polygon = (points: readonly Point[]) => `M${points.map(([x, y]) => `${n(x)} ${n(y)}`).join('L')}Z`

export const rectangle = (x: number, y: number, width: number, height: number) =>
  `M${n(x)} ${n(y)}h${n(width)}v${n(height)}h${n(-width)}Z`

/** Everything below a line that runs from the left edge to the right one. */
export const ground = (line: string) => `${line}L${WIDTH + 20} ${HEIGHT + 20}L-20 ${HEIGHT + 20}Z`

export const ellipse = (x: number, y: number, radiusX: number, radiusY: number) =>
  `M${n(x - radiusX)} ${n(y)}a${n(radiusX)} ${n(radiusY)} 0 1 0 ${n(radiusX * 2)} 0a${n(radiusX)} ${n(radiusY)} 0 1 0 ${n(-radiusX * 2)} 0Z`

/** A rectangle with a round top. */
export const arch = (x: number, foot: number, width: number, height: number) =>
  `M${n(x)} ${n(foot)}v${n(-(height - width / 2))}a${n(width / 2)} ${n(width / 2)} 0 0 1 ${n(width)} 0v${n(height - width / 2)}Z`

/** A symmetric outline: the points of its right side, from top to foot, mirrored at x = 0. */
export function turned(right: readonly Point[]): string {
  const [top, foot] = [right[0] as Point, right.at(-1) as Point]
  const left = right.map(([x, y]): Point => [-x, y]).reverse()
  return `${curve(right, 0.8)}L${n(-foot[0])} ${n(foot[1])}${curve(left, 0.8).slice(curve(left, 0.8).indexOf('C'))}L${n(top[0])} ${n(top[1])}Z`
}

/** Reads an SVG layer back: every shape with its colour and where it really is, all transforms applied. */

export interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

export interface Shape {
  kind: 'path' | 'circle'
  /** The commands of a path without its numbers; what a drawing function draws always has the same ones. */
  commands: string
  colour: string
  isLine: boolean
  bounds: Bounds
}

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
type Point = readonly [x: number, y: number]

const identity: Matrix = [1, 0, 0, 1, 0, 0]

const multiply = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

const apply = ([a, b, c, d, e, f]: Matrix, [x, y]: Point): Point => [a * x + c * y + e, b * x + d * y + f]

const numbersOf = (text: string) => (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number)

function toMatrix(transform: string): Matrix {
  return [...transform.matchAll(/(\w+)\(([^)]*)\)/g)].reduce<Matrix>((matrix, [, kind, values = '']) => {
    const [x = 0, y = 0] = numbersOf(values)
    const [cos, sin] = [Math.cos((x * Math.PI) / 180), Math.sin((x * Math.PI) / 180)]
    if (kind === 'translate') return multiply(matrix, [1, 0, 0, 1, x, y])
    return multiply(matrix, kind === 'scale' ? [x, 0, 0, y, 0, 0] : [cos, sin, -sin, cos, 0, 0])
  }, identity)
}

const lengths: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 }

/** All points of a path, control points too: the path lies within them. */
export function pointsOf(path: string): Point[] {
  const points: Point[] = []
  let [x, y, startX, startY] = [0, 0, 0, 0]
  for (const [, letter = '', values = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const kind = letter.toUpperCase()
    const numbers = numbersOf(values)
    const size = lengths[kind] ?? Number.NaN
    const isRelative = letter !== kind
    if (kind === 'Z') [x, y] = [startX, startY]
    for (let at = 0; size > 0 && at < numbers.length; at += size) {
      const part = numbers.slice(at, at + size)
      const [fromX, fromY] = isRelative ? [x, y] : [0, 0]
      if (kind === 'H') x = fromX + (part[0] as number)
      else if (kind === 'V') y = fromY + (part[0] as number)
      else {
        if (kind === 'A') part.splice(0, 5)
        for (let i = 0; i + 3 < part.length; i += 2)
          points.push([fromX + (part[i] as number), fromY + (part[i + 1] as number)])
        ;[x, y] = [fromX + (part.at(-2) as number), fromY + (part.at(-1) as number)]
      }
      if (kind === 'M' && at === 0) [startX, startY] = [x, y]
      points.push([x, y])
    }
  }
  return points
}

export function boundsOf(points: readonly Point[]): Bounds {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) }
}

export const union = (all: readonly Bounds[]): Bounds =>
  boundsOf(
    all.flatMap(({ left, top, right, bottom }): Point[] => [
      [left, top],
      [right, bottom],
    ]),
  )

const attribute = (tag: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? ''

function toPoints(tag: string, kind: Shape['kind']): Point[] {
  if (kind === 'path') return pointsOf(attribute(tag, 'd'))
  const [x, y, r] = ['cx', 'cy', 'r'].map((name) => Number(attribute(tag, name))) as [number, number, number]
  return [
    [x - r, y - r],
    [x + r, y - r],
    [x - r, y + r],
    [x + r, y + r],
  ]
}

/** The shapes of a layer, from back to front. Throws when a group is not closed. */
export function shapesOf(layer: string): Shape[] {
  const shapes: Shape[] = []
  const matrices: Matrix[] = [identity]
  const drawn = layer.replace(/<(defs|clipPath)\b.*?<\/\1>/g, '')
  for (const [tag, closing, name] of drawn.matchAll(/<(\/?)(\w+)[^>]*>/g)) {
    const matrix = matrices.at(-1)
    if (!matrix) throw new Error(`${tag} closes a group that is not open`)
    if (closing) matrices.pop()
    else if (name === 'g') matrices.push(multiply(matrix, toMatrix(attribute(tag, 'transform'))))
    else if (name === 'path' || name === 'circle') {
      const isLine = attribute(tag, 'fill') === 'none'
      shapes.push({
        kind: name,
        commands: name === 'path' ? attribute(tag, 'd').replace(/[^a-zA-Z]/g, '') : 'circle',
        colour: attribute(tag, isLine ? 'stroke' : 'fill'),
        isLine,
        bounds: boundsOf(toPoints(tag, name).map((point) => apply(matrix, point))),
      })
    } else throw new Error(`unexpected ${tag}`)
  }
  if (matrices.length !== 1) throw new Error(`${matrices.length - 1} groups are not closed`)
  return shapes
}

/** How often one drawing is part of another one: the same shapes one after the other, whatever their size, place and colour. */
export function countOf(part: readonly Shape[], whole: readonly Shape[]): number {
  const same = (from: number) => part.every(({ commands }, i) => whole[from + i]?.commands === commands)
  return whole.filter((_, from) => same(from)).length
}

/** A sheet to be printed from two plates: flat inks, and the grain that lies in them. */

/** The sheet is 1200 wide and 800 high, whatever it is printed at. */
export const WIDE = 1200
export const HIGH = 800

/** The inside of an SVG. */
export type Plate = string

/** Specks in a shape, from none at one side to so many (0 to 1) at the other. */
export interface Grain {
  kind: 'shade' | 'light'
  most: number
  at: 'top' | 'bottom' | 'left' | 'right' | 'rim' | 'all'
}
export const shade = (at: Grain['at'], most = 0.5): Grain => ({ kind: 'shade', at, most })
export const light = (at: Grain['at'], most = 0.5): Grain => ({ kind: 'light', at, most })

export interface Sheet {
  fill(path: string, ink: string, grain?: Grain): void
  /** Where outlines lie in one another, the inner one is a hole. */
  cut(path: string, ink: string, grain?: Grain): void
  line(path: string, ink: string, width: number): void
  disc(x: number, y: number, radius: number, ink: string, grain?: Grain): void
  /** What is drawn inside stands at x and y, so much larger, turned by degrees. */
  at(place: { x: number; y: number; scale?: number; flip?: boolean; turn?: number }, drawing: () => void): void
  /** What is drawn inside is seen through a shape only. */
  through(path: string, drawing: () => void): void
  plates(): { inks: Plate; grain: Plate }
}

export function createSheet(): Sheet {
  const inks: string[] = []
  const grain: string[] = []
  const gradients = new Map<string, string>()
  let clips = 0

  function both(markup: string) {
    inks.push(markup)
    grain.push(markup)
  }
  function texture(of: Grain | undefined): string {
    if (!of) return '#000'
    if (of.at === 'all') return toTexture(of, 1)
    const key = `${of.kind}${of.at}${of.most}`
    if (!gradients.has(key)) gradients.set(key, toGradient(`g${gradients.size}`, of))
    return `url(#${/id="(\w+)"/.exec(gradients.get(key) as string)?.[1]})`
  }
  function shape(markup: string, ink: string, of: Grain | undefined) {
    inks.push(`<${markup} fill="${ink}"/>`)
    grain.push(`<${markup} fill="${texture(of)}"/>`)
  }

  return {
    fill: (path, ink, of) => shape(`path d="${short(path)}"`, ink, of),
    cut: (path, ink, of) => shape(`path fill-rule="evenodd" d="${short(path)}"`, ink, of),
    disc: (x, y, radius, ink, of) => shape(`circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"`, ink, of),
    line(path, ink, width) {
      const markup = `path d="${short(path)}" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="${n(width)}"`
      inks.push(`<${markup} stroke="${ink}"/>`)
      grain.push(`<${markup} stroke="#000"/>`)
    },
    at({ x, y, scale = 1, flip = false, turn = 0 }, drawing) {
      const turned = turn ? `rotate(${n(turn)})` : ''
      both(`<g transform="translate(${n(x)} ${n(y)})${turned}scale(${flip ? -scale : scale} ${scale})">`)
      drawing()
      both('</g>')
    },
    through(path, drawing) {
      clips += 1
      both(`<clipPath id="c${clips}"><path d="${short(path)}"/></clipPath><g clip-path="url(#c${clips})">`)
      drawing()
      both('</g>')
    },
    plates: () => ({
      inks: inks.join(''),
      grain: `<defs>${[...gradients.values()].join('')}</defs>${grain.join('')}`,
    }),
  }
}

const sides = {
  top: 'x1="0" y1="0.75" x2="0" y2="0"',
  bottom: 'x1="0" y1="0.25" x2="0" y2="1"',
  left: 'x1="0.75" y1="0" x2="0" y2="0"',
  right: 'x1="0.25" y1="0" x2="1" y2="0"',
}

function toGradient(id: string, of: Grain): string {
  const stops = `<stop offset="0" stop-color="#000"/><stop offset="1" stop-color="${toTexture(of, 1)}"/>`
  if (of.at === 'rim') return `<radialGradient id="${id}" r="0.6">${stops}</radialGradient>`
  return `<linearGradient id="${id}" ${sides[of.at as keyof typeof sides]}>${stops}</linearGradient>`
}

function toTexture({ kind, most }: Grain, part: number): string {
  const level = Math.round(255 * most * part)
  return kind === 'shade' ? `rgb(${level},0,0)` : `rgb(0,${level},0)`
}

/** Long fractions of a path, which nobody can see. */
const short = (path: string) => path.replace(/-?\d+\.\d\d+/g, (number) => n(Number(number)))

/** Short and the same everywhere. */
export const n = (value: number) => String(Math.round(value * 10) / 10)

export function toSvg(plate: Plate, { width, height }: { width: number; height: number }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDE} ${HIGH}" preserveAspectRatio="none">${plate}</svg>`
}

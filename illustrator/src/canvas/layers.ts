/** A picture in two SVG layers: flat colours, and the grain that lies on them. */

/** Units of the drawing, whatever size it is rendered at. */
export const WIDTH = 1200
export const HEIGHT = 800

/** The inside of an SVG. */
export type Layer = string

/** Specks in a shape, from none at one side to `strength` (0 to 1) at the other. */
export interface Grain {
  kind: 'shade' | 'light'
  strength: number
  at: 'top' | 'bottom' | 'left' | 'right' | 'rim' | 'all'
}
export const shade = (at: Grain['at'], strength = 0.5): Grain => ({ kind: 'shade', at, strength })
export const light = (at: Grain['at'], strength = 0.5): Grain => ({ kind: 'light', at, strength })

export interface SvgLayers {
  fill(path: string, colour: string, grain?: Grain): void
  /** An outline inside another one is a hole. */
  fillWithHoles(path: string, colour: string, grain?: Grain): void
  line(path: string, colour: string, width: number): void
  circle(x: number, y: number, radius: number, colour: string, grain?: Grain): void
  /** Moves, then turns (degrees), then scales what `drawing` draws. */
  at(position: { x: number; y: number; scale?: number; flip?: boolean; turn?: number }, drawing: () => void): void
  /** Shows what `drawing` draws only inside the path. */
  clip(path: string, drawing: () => void): void
  layers(): { colours: Layer; grain: Layer }
}

export function createSvgLayers(): SvgLayers {
  const colours: string[] = []
  const grain: string[] = []
  const gradients = new Map<string, { id: string; markup: string }>()
  let clips = 0

  function both(markup: string) {
    colours.push(markup)
    grain.push(markup)
  }
  function toGrainFill(of: Grain | undefined): string {
    if (!of) return '#000'
    if (of.at === 'all') return toGrainColour(of)
    const key = `${of.kind}${of.at}${of.strength}`
    const id = `g${gradients.size}`
    const gradient = gradients.get(key) ?? { id, markup: toGradient(id, of) }
    gradients.set(key, gradient)
    return `url(#${gradient.id})`
  }
  function shape(markup: string, colour: string, of: Grain | undefined) {
    colours.push(`<${markup} fill="${colour}"/>`)
    grain.push(`<${markup} fill="${toGrainFill(of)}"/>`)
  }

  return {
    fill: (path, colour, of) => shape(`path d="${shorten(path)}"`, colour, of),
    fillWithHoles: (path, colour, of) => shape(`path fill-rule="evenodd" d="${shorten(path)}"`, colour, of),
    circle: (x, y, radius, colour, of) => shape(`circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}"`, colour, of),
    line(path, colour, width) {
      const markup = `path d="${shorten(path)}" fill="none" stroke-linecap="round" stroke-linejoin="round" stroke-width="${n(width)}"`
      colours.push(`<${markup} stroke="${colour}"/>`)
      grain.push(`<${markup} stroke="#000"/>`)
    },
    at({ x, y, scale = 1, flip = false, turn = 0 }, drawing) {
      const turned = turn ? `rotate(${n(turn)})` : ''
      both(`<g transform="translate(${n(x)} ${n(y)})${turned}scale(${flip ? -scale : scale} ${scale})">`)
      drawing()
      both('</g>')
    },
    clip(path, drawing) {
      clips += 1
      both(`<clipPath id="c${clips}"><path d="${shorten(path)}"/></clipPath><g clip-path="url(#c${clips})">`)
      drawing()
      both('</g>')
    },
    layers: () => ({
      colours: colours.join(''),
      grain: `<defs>${Array.from(gradients.values(), ({ markup }) => markup).join('')}</defs>${grain.join('')}`,
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
  const stops = `<stop offset="0" stop-color="#000"/><stop offset="1" stop-color="${toGrainColour(of)}"/>`
  if (of.at === 'rim') return `<radialGradient id="${id}" r="0.6">${stops}</radialGradient>`
  return `<linearGradient id="${id}" ${sides[of.at as keyof typeof sides]}>${stops}</linearGradient>`
}

/** Red says how much shade lies at a place, green how much light. */
function toGrainColour({ kind, strength }: Grain): string {
  const level = Math.round(255 * strength)
  return kind === 'shade' ? `rgb(${level},0,0)` : `rgb(0,${level},0)`
}

/** Leaves out decimals that nobody can see. */
const shorten = (path: string) => path.replace(/-?\d+\.\d\d+/g, (number) => n(Number(number)))

/** Formats a number for a path: one decimal, the same on every machine. */
export const n = (value: number) => String(Math.round(value * 10) / 10)

export function toSvg(layer: Layer, { width, height }: { width: number; height: number }): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">${layer}</svg>`
}

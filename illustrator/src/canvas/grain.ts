/** The paper and the way ink lies on it: specks, denser where a shape is shaded, as from a stencil and a soft brush. */

const NOISE_SIDE = 512

/** White noise of a fixed seed; every sheet is of the same paper. */
const noise: Uint8Array = makeNoise()

function makeNoise(): Uint8Array {
  const cells = new Uint8Array(NOISE_SIDE * NOISE_SIDE)
  let state = 20011
  for (let i = 0; i < cells.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    cells[i] = state >>> 24
  }
  return cells
}

/**
 * Darkens and lightens RGB pixels in place. The texture's red says how likely a speck of shade is at a pixel, its green a
 * speck of light. Small sheets have more of the tone and less of the speck: nobody would see single specks there.
 */
export function layGrain(
  rgb: Uint8Array,
  texture: Uint8Array,
  { width, height }: { width: number; height: number },
): void {
  const speck = width < 640 ? 0.3 : width < 960 ? 0.4 : width < 1280 ? 0.5 : 0.6
  const [hard, soft] = [0.24 * speck, (0.24 * (1 - speck)) / 255]
  for (let y = 0; y < height; y++) {
    const row = (y % NOISE_SIDE) * NOISE_SIDE
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const [shade, light] = [texture[at] as number, texture[at + 1] as number]
      if (shade + light === 0) continue
      const here = noise[row + (x % NOISE_SIDE)] as number
      const dark = shade * soft + (here < shade ? hard : 0)
      const bright = light * soft + (255 - here < light ? hard : 0)
      for (let channel = at; channel < at + 3; channel++) {
        const ink = (rgb[channel] as number) * (1 - dark)
        rgb[channel] = ink + (255 - ink) * bright
      }
    }
  }
}

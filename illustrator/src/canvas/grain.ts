/** Specks of paper and brush, denser where a shape is shaded. */

const NOISE_SIDE = 512

/** White noise from a fixed seed: every picture has the same paper. */
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

/** How much of the grain is specks; the rest is an even tone. Single specks would not be seen in a small picture. */
const speckShareOf = (width: number) => (width < 640 ? 0.3 : width < 960 ? 0.4 : width < 1280 ? 0.5 : 0.6)

/** Darkens and lightens RGB pixels in place. The grain's red is the probability of a dark speck, its green of a bright one. */
export function applyGrain(
  rgb: Uint8Array,
  grain: Uint8Array,
  { width, height }: { width: number; height: number },
): void {
  const share = speckShareOf(width)
  const [hard, soft] = [0.24 * share, (0.24 * (1 - share)) / 255]
  for (let y = 0; y < height; y++) {
    const row = (y % NOISE_SIDE) * NOISE_SIDE
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 3
      const [shade, light] = [grain[at] as number, grain[at + 1] as number]
      if (shade + light === 0) continue
      const here = noise[row + (x % NOISE_SIDE)] as number
      const dark = shade * soft + (here < shade ? hard : 0)
      const bright = light * soft + (255 - here < light ? hard : 0)
      for (let channel = at; channel < at + 3; channel++) {
        const colour = (rgb[channel] as number) * (1 - dark)
        rgb[channel] = colour + (255 - colour) * bright
      }
    }
  }
}

/** The colours of one picture, lightest in the distance; all others are blends of them. */
export interface Palette {
  sky: string
  /** The sky where it meets the horizon. */
  glow: string
  /** Sun or moon. */
  sun: string
  far: string
  mid: string
  near: string
  /** The one loud colour: an awning, a sail, a roof. */
  accent: string
  paper: string
}

const set = (...[sky, glow, sun, far, mid, near, accent, paper]: string[]) =>
  ({ sky, glow, sun, far, mid, near, accent, paper }) as Palette

export const dawnPalettes = {
  rose: set('#f0b7a4', '#fbe4c6', '#e2583c', '#cf9590', '#8a6482', '#3c2f56', '#e2583c', '#fff4e0'),
  mist: set('#c6d8d3', '#f6e9d0', '#ee7f4f', '#9fbab2', '#5c8b88', '#21474f', '#e76f51', '#fcf6e8'),
  lilac: set('#c9bfdc', '#f9dfc9', '#f2785c', '#a79cc4', '#6b6a9f', '#2c2f5e', '#f2785c', '#fdf3e6'),
  peach: set('#f9cfa0', '#fdeccd', '#e8623f', '#c7a98c', '#718d84', '#28505a', '#d8492f', '#fff6e3'),
  fern: set('#dbe3c3', '#f8efcf', '#ec8c3f', '#a8bd94', '#5f8768', '#1f4740', '#dd6031', '#fdf8e6'),
}
export const noonPalettes = {
  nordic: set('#a6cdd8', '#e9f1e4', '#fbd46a', '#84adbc', '#44788c', '#17405a', '#e4633b', '#fbf8ec'),
  fjord: set('#bcd6d0', '#f0f0de', '#f4b942', '#8db3ab', '#4b7f78', '#1c4548', '#d9532f', '#fbf8ec'),
  cycladic: set('#6fb9cf', '#f3efd9', '#f9c54e', '#93bfc0', '#3f88a3', '#1b4b6e', '#e2592f', '#fffaec'),
  terracotta: set('#8ec6c6', '#f8ecd0', '#f8bf4f', '#c3b491', '#cf7a4f', '#3a4d5c', '#c8442c', '#fff8e7'),
  olive: set('#b9d3c2', '#f7efcf', '#f5b54a', '#aab687', '#74884f', '#2f4a3a', '#cf5a2e', '#fdf8e4'),
  lagoon: set('#74cdbf', '#fdf1c9', '#ff8f52', '#5ab5a2', '#238279', '#0e4a54', '#f1584f', '#fff9e5'),
  palm: set('#a5dccb', '#fdf0c6', '#f9a03f', '#6fbd97', '#2f8a6b', '#10504e', '#ee5a5a', '#fffae6'),
  dune: set('#f3dcb2', '#fcf0d4', '#e8773d', '#e0ab7c', '#bf6e4c', '#6b3542', '#2f8f8b', '#fff7e4'),
}
export const goldenPalettes = {
  honey: set('#f5b455', '#fde4a6', '#ee5b39', '#d98f58', '#94533f', '#472a3c', '#2c7a7b', '#fff2d2'),
  apricot: set('#ffc98a', '#feeac2', '#ea5a45', '#d59a86', '#7c6a85', '#2e3763', '#d8433a', '#fff5df'),
  ochre: set('#edc472', '#faebbd', '#de5d34', '#b9a56a', '#66805e', '#23464b', '#c94a2c', '#fff6da'),
  coral: set('#f79a7a', '#fdd9a8', '#fff1c4', '#d0717a', '#7d4a72', '#33285a', '#f2c14e', '#fff3d8'),
}
export const duskPalettes = {
  plum: set('#4f4a86', '#f18d6e', '#ffd483', '#83598c', '#474172', '#1f2149', '#f4694c', '#ffeacb'),
  ember: set('#dd7470', '#fac48c', '#fff1c6', '#a3587a', '#5f3b6b', '#2a2148', '#fbb04f', '#fff0d6'),
  petrol: set('#2f7080', '#f3cf9f', '#fde5aa', '#45858f', '#25576c', '#102f48', '#f1724d', '#fdefd4'),
  heather: set('#7d7bb2', '#f6b6a0', '#ffe2a6', '#7f6b9c', '#4b4a7c', '#23264f', '#ef6f5a', '#fff0dc'),
}
export const nightPalettes = {
  indigo: set('#1a2950', '#35568a', '#f8e7b6', '#2d4479', '#1d2f5b', '#0d1938', '#f4a742', '#fcecc3'),
  lagune: set('#163848', '#2f7378', '#f5ecd0', '#27575f', '#173d4a', '#0a2230', '#ef8556', '#f8efd4'),
  moonlit: set('#22406b', '#6a94b8', '#fbe8b8', '#42698f', '#2a4a75', '#122440', '#f2a03f', '#fdf1d3'),
  wine: set('#3c2047', '#a4536c', '#ffdfa3', '#6d3562', '#4c2652', '#22102d', '#f28c4a', '#feebcf'),
  aubergine: set('#2c2050', '#6d4580', '#fbdca0', '#4b3470', '#332457', '#170f33', '#f2725a', '#fde8c8'),
}

/** Mixes two colours: 0 is all of the first, 1 all of the second. */
export function blend(first: string, second: string, fraction: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [first, second].map((colour) => Number.parseInt(colour.slice(at, at + 2), 16)) as [number, number]
    return Math.round(a + (b - a) * fraction)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${channels.join('')}`
}

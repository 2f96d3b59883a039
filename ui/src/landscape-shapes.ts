export type Scene = 'ridge' | 'hills' | 'water' | 'town'

/** Sky, haze, sun, far, middle and near: printed inks, lightest far away. */
export type Palette = readonly [string, string, string, string, string, string]

export const palettes: readonly Palette[] = [
  ['#f3d9b8', '#f0bd8f', '#d9603b', '#b98f8a', '#6d6480', '#2d3553'],
  ['#cfe0e0', '#e9e2cd', '#f2b55f', '#8fabab', '#56797d', '#24454d'],
  ['#27345c', '#57507c', '#f3c98b', '#3f4573', '#222c52', '#121932'],
  ['#f6e3c5', '#f4cfa3', '#ee8f4c', '#a3ab8f', '#66795f', '#2f4540'],
  ['#e8b59a', '#d98975', '#fbe3b4', '#94607a', '#5a4468', '#2a2747'],
  ['#dfe3da', '#c8d3c9', '#e9975b', '#95a89c', '#5f7a70', '#2b4a48'],
  ['#b9d3df', '#f3e7cf', '#f6c667', '#7f9fb3', '#48718a', '#1f3f5b'],
]

/** FNV-1a into mulberry32: small, fast, and the same everywhere. Values in [0, 1). */
export function toRandom(seed: string): () => number {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Outlines across a width of 320, filled down to 200: `base` is where they stand, `height` how far they rise. */
export function toRidge(random: () => number, base: number, height: number): string {
  const peaks = [0, 36, 70, 112, 150, 186, 230, 268, 320].map((x, at) => {
    const rise = (at % 2 === 0 ? 0.25 : 0.55) + random() * 0.45
    return `L${x} ${Math.round(base - height * rise)}`
  })
  return `M0 200${peaks.join('')}V200z`
}

export function toCoast(random: () => number, base: number, height: number): string {
  const at = () => Math.round(base - height * random())
  return `M0 200V${at()}Q60 ${at() - height / 2} 110 ${at()}T220 ${at()}T330 ${at()}V200z`
}

export function toTown(random: () => number, base: number, height: number): string {
  let outline = `M0 200V${base}`
  for (let x = 0; x < 320; ) {
    const width = 12 + Math.floor(random() * 22)
    const top = Math.round(base - height * random())
    outline +=
      random() < 0.3 ? `V${top}l${width / 2} -${Math.round(width / 2)}L${x + width} ${top}` : `V${top}H${x + width}`
    x += width
  }
  return `${outline}V200z`
}

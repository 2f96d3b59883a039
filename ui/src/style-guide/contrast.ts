/** Red, green and blue, 0 to 255. */
export type Ink = readonly [number, number, number]

/** WCAG 2.2, contrast ratio: 1 to 21. */
export function contrast(one: Ink, other: Ink): number {
  const [dark = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (bright + 0.05) / (dark + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(ink: Ink): number {
  const [red = 0, green = 0, blue = 0] = ink
    .map((value) => value / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** The pairs of text and background colours used in the product; a new pair is added here, where its contrast is tested. */
export type Pair = readonly [ink: string, ground: string]

const grounds = ['paper', 'paper-raised', 'paper-sunk']

/** WCAG 2.2, 1.4.3. */
export const TEXT = 4.5
export const texts: readonly Pair[] = [
  ...['dusk', 'dusk-soft', 'amber', 'loss', 'lichen'].flatMap((ink) => grounds.map((on): Pair => [ink, on])),
  ['on-horizon', 'horizon'],
  ['on-horizon', 'horizon-deep'],
  ['paper', 'dusk'],
  ['dusk', 'lichen-ground'],
  ['dusk', 'loss-ground'],
  ['dusk', 'wait-ground'],
  ['lichen', 'lichen-ground'],
  ['loss', 'loss-ground'],
  ['amber', 'wait-ground'],
  ['amber', 'lichen-ground'],
  ['dusk-soft', 'lichen-ground'],
]

/** WCAG 2.2, 1.4.11: borders of controls, rings of focus, stars, what is chosen. */
export const CONTROL = 3
export const controls: readonly Pair[] = ['dusk', 'dusk-line', 'horizon', 'loss'].flatMap((ink) =>
  ['paper', 'paper-raised'].map((on): Pair => [ink, on]),
)

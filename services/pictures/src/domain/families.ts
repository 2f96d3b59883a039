/** One family of compositions for each category. */
import type { Canvas } from './canvas.ts'
import { drawHills, drawHorizon, drawPeaks, drawSea, drawSky } from './land.ts'
import type { Category } from './motif.ts'

function landscape(c: Canvas): void {
  drawSky(c)
  if (c.scene.setting === 'coast' || c.scene.setting === 'river') drawSea(c)
  else drawPeaks(c, c.scene.horizon, 190, c.inks.far)
  drawHorizon(c)
  drawHills(c, 600, 40, c.inks.mid)
  drawHills(c, 700, 40, c.inks.near)
}

const all: Category[] = [
  'tasting',
  'tour',
  'class',
  'walk',
  'water',
  'craft',
  'cooking',
  'market',
  'music',
  'dance',
  'night',
  'hike',
  'cycling',
  'wildlife',
  'stars',
  'history',
  'architecture',
  'photography',
  'wellness',
  'trip',
]
export const families = Object.fromEntries(all.map((category) => [category, landscape])) as Record<
  Category,
  (c: Canvas) => void
>

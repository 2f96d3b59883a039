/** One family of compositions for each category. */
import type { Canvas } from './canvas.ts'
import { dance, music } from './families/evening.ts'
import { cooking, craft, studio, tasting } from './families/indoors.ts'
import { cycling, hike, photography, stars, trip, walk, water, wellness, wildlife } from './families/land.ts'
import { architecture, history, market, night, tour } from './families/town.ts'
import type { Category } from './motif.ts'

export const families: Record<Category, (c: Canvas) => void> = {
  tasting,
  tour,
  class: studio,
  walk,
  water,
  craft,
  cooking,
  market,
  music,
  dance,
  night,
  hike,
  cycling,
  wildlife,
  stars,
  history,
  architecture,
  photography,
  wellness,
  trip,
}

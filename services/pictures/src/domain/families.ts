/** One family of compositions for each category. */
import type { Canvas } from './canvas.ts'
import { architecture } from './families/architecture.ts'
import { cooking } from './families/cooking.ts'
import { craft } from './families/craft.ts'
import { cycling } from './families/cycling.ts'
import { dance } from './families/dance.ts'
import { hike } from './families/hike.ts'
import { history } from './families/history.ts'
import { market } from './families/market.ts'
import { music } from './families/music.ts'
import { night } from './families/night.ts'
import { photography } from './families/photography.ts'
import { stars } from './families/stars.ts'
import { studio } from './families/studio.ts'
import { tasting } from './families/tasting.ts'
import { tour } from './families/tour.ts'
import { trip } from './families/trip.ts'
import { walk } from './families/walk.ts'
import { water } from './families/water.ts'
import { wellness } from './families/wellness.ts'
import { wildlife } from './families/wildlife.ts'
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

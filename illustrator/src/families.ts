/** A family of compositions for each category. */
import type { Canvas } from './canvas/canvas.ts'
import { architecture } from './families/city/architecture.ts'
import { dance } from './families/city/dance.ts'
import { history } from './families/city/history.ts'
import { market } from './families/city/market.ts'
import { music } from './families/city/music.ts'
import { night } from './families/city/night.ts'
import { tour } from './families/city/tour.ts'
import { cooking } from './families/indoors/cooking.ts'
import { craft } from './families/indoors/craft.ts'
import { studio } from './families/indoors/studio.ts'
import { tasting } from './families/indoors/tasting.ts'
import { cycling } from './families/nature/cycling.ts'
import { hike } from './families/nature/hike.ts'
import { photography } from './families/nature/photography.ts'
import { stars } from './families/nature/stars.ts'
import { trip } from './families/nature/trip.ts'
import { walk } from './families/nature/walk.ts'
import { water } from './families/nature/water.ts'
import { wellness } from './families/nature/wellness.ts'
import { wildlife } from './families/nature/wildlife.ts'
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

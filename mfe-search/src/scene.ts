import type { Listing } from '@fernweh/contracts/feeds/search'
import type { LandscapeProps } from '@fernweh/ui/Landscape'

export const sceneOf: Record<Listing['category'], LandscapeProps['scene']> = {
  tasting: 'hills',
  tour: 'town',
  class: 'town',
  walk: 'ridge',
  water: 'water',
  craft: 'hills',
}

import type { Listing } from '@fernweh/contracts/feeds/search'
import type { LandscapeProps } from '@fernweh/ui/Landscape'

const scenes: Partial<Record<Listing['category'], LandscapeProps['scene']>> = {
  water: 'water',
  walk: 'ridge',
  hike: 'ridge',
  stars: 'ridge',
  tour: 'town',
  architecture: 'town',
  night: 'town',
}

export const sceneOf = (category: Listing['category']) => scenes[category] ?? 'hills'

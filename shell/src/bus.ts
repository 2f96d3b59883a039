import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import { createBus } from '@fernweh/kit/browser/bus'

/** The page's one bus. */
export const bus = createBus<BusEvents>()

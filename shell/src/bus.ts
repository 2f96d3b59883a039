import type { BusEvents, busEvents } from '@fernweh/contracts/browser/bus-events'
import { createBus } from '@fernweh/kit/browser/host/bus'

/** Replaced by the build. */
declare const process: { env: { NODE_ENV: string } }

let contract: typeof busEvents | undefined
if (process.env.NODE_ENV !== 'production') {
  void import('@fernweh/contracts/browser/bus-events').then((module) => {
    contract = module.busEvents
  })
}

/** The page's only bus. In development, publishing a message that violates the contract throws. */
export const bus = createBus<BusEvents>((type, payload) => void contract?.[type].parse(payload))

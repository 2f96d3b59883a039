import type { BusEvents, busEvents } from '@fernweh/contracts/browser/bus-events'
import { createBus } from '@fernweh/kit/browser/bus'

/** Filled in by the build. */
declare const process: { env: { NODE_ENV: string } }

let contract: typeof busEvents | undefined
if (process.env.NODE_ENV !== 'production') {
  void import('@fernweh/contracts/browser/bus-events').then((module) => {
    contract = module.busEvents
  })
}

/** The page's one bus. In development a message that breaks the contract is thrown back at its sender. */
export const bus = createBus<BusEvents>((type, payload) => void contract?.[type].parse(payload))

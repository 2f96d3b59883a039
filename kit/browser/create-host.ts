import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import { createTranslate } from '../language/translate.ts'
import { createApi } from './api.ts'
import type { Bus } from './bus.ts'
import type { Host, PartState } from './host.ts'
import { createLive } from './live.ts'
import { openSocket } from './socket.ts'

/** Hosts for one page: parts of a team share their connection, everybody shares the bus. */
export function createHosts(bus: Bus<BusEvents>) {
  const connections = new Map<string, Pick<Host, 'live' | 'api'>>()
  return (team: string, { user, locale, messages, release }: PartState): Host => {
    const connection = connections.get(team) ?? { live: createLive(() => openSocket(team)), api: createApi(team) }
    connections.set(team, connection)
    return { bus, ...connection, user, locale, t: createTranslate(locale, messages), release }
  }
}

import type { BusEvents } from '@fernweh/contracts/browser/bus-events'
import { createTranslate } from '../language/translate.ts'
import { createApi } from './api.ts'
import type { Bus } from './bus.ts'
import type { FragmentState, Host } from './host.ts'
import { createRealtime } from './realtime.ts'
import { openSocket } from './socket.ts'

/** Creates the hosts of one page: fragments of a team share a connection, all fragments share the bus. */
export function createHosts(bus: Bus<BusEvents>) {
  const connections = new Map<string, Pick<Host, 'realtime' | 'api'>>()
  return (team: string, { user, locale, messages, release }: FragmentState): Host => {
    const connection = connections.get(team) ?? {
      realtime: createRealtime(() => openSocket(team)),
      api: createApi(team),
    }
    connections.set(team, connection)
    return { team, bus, ...connection, user, locale, t: createTranslate(locale, messages), release }
  }
}

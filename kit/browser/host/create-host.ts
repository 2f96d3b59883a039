import { createTranslate } from '../../language/translate.ts'
import { createRealtime } from '../realtime/realtime.ts'
import { openSocket } from '../realtime/socket.ts'
import { createApi } from './api.ts'
import type { Bus } from './bus.ts'
import type { FragmentState, Host } from './host.ts'

/** Creates the hosts of one page: fragments of a team share a connection, all fragments share the bus. */
export function createHosts<Events extends object>(bus: Bus<Events>) {
  const connections = new Map<string, Pick<Host, 'realtime' | 'api'>>()
  return (team: string, { user, locale, messages, release }: FragmentState): Host<Events> => {
    const connection = connections.get(team) ?? {
      realtime: createRealtime(() => openSocket(team)),
      api: createApi(team),
    }
    connections.set(team, connection)
    return { team, bus, ...connection, user, locale, t: createTranslate(locale, messages), release }
  }
}

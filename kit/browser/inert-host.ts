import type { Host, PartState } from './host.ts'

const never = () => {
  throw new Error('Nothing can be asked while rendering on the server')
}
const nothing = () => {}

/** The host of a server render: nothing happens, nothing is heard. */
export function createInertHost({ user, locale, release }: Pick<PartState, 'user' | 'locale' | 'release'>): Host {
  return {
    bus: { emit: never, on: () => nothing },
    live: { join: () => nothing, status: () => 'idle', onStatus: () => nothing },
    api: never,
    user,
    locale,
    release,
  }
}

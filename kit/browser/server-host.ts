import { createTranslate } from '../language/translate.ts'
import type { FragmentState, Host } from './host.ts'

const never = () => {
  throw new Error('Nothing can be asked while rendering on the server')
}
const nothing = () => {}

/** The host of a server render: nothing happens, nothing is heard. */
export function createServerHost({
  user,
  locale,
  messages,
  release,
}: Pick<FragmentState, 'user' | 'locale' | 'messages' | 'release'>): Host {
  return {
    bus: { emit: never, on: () => nothing },
    realtime: { join: () => nothing, status: () => 'idle', onStatus: () => nothing },
    api: never,
    user,
    locale,
    t: createTranslate(locale, messages),
    release,
  }
}

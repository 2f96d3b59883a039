import { createTranslate } from '../../language/translate.ts'
import type { FragmentState, Host } from './host.ts'

const never = () => {
  throw new Error('Host.api and Host.bus cannot be used while rendering on the server; use them in an effect')
}
const nothing = () => {}

export function createServerHost<Events extends object>({
  team,
  user,
  locale,
  messages,
  release,
}: Pick<Host, 'team'> & Pick<FragmentState, 'user' | 'locale' | 'messages' | 'release'>): Host<Events> {
  return {
    team,
    bus: { emit: never, on: () => nothing },
    realtime: { join: () => nothing, status: () => 'idle', onStatus: () => nothing },
    api: never,
    user,
    locale,
    t: createTranslate(locale, messages),
    release,
  }
}

import type { Messages } from '@fernweh/kit/language/messages'
import ar from './messages/ar.json'
import de from './messages/de.json'
import en from './messages/en.json'

/** For the server build and tests; components use `useMessages`. */
export const messages = { en, de, ar } satisfies Messages<keyof typeof en>

import type { Messages } from '@fernweh/kit/language/messages'
import { messages as uiMessages } from '@fernweh/ui/messages'
import ar from './messages/ar.json'
import de from './messages/de.json'
import en from './messages/en.json'

/** For the server build, the standalone page and tests; components read messages from their context. */
export const messages = { en, de, ar } satisfies Messages<keyof typeof en>

/** Messages of this team and of ui, whose components it shows. */
export const allMessages = [messages, uiMessages]

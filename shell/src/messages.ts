import type { Messages } from '@fernweh/kit/language/messages'
import ar from './messages/ar.json'
import de from './messages/de.json'
import en from './messages/en.json'

/** Messages of the frame; layouts refer to them as `{{key}}`. */
export const messages = { en, de, ar } satisfies Messages<keyof typeof en>

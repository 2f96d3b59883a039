import { createCatalog, type Messages } from '@fernweh/kit/language/messages'
import ar from './messages/ar.json'
import de from './messages/de.json'
import en from './messages/en.json'

const messages = { en, de, ar } satisfies Messages<keyof typeof en>

/** What this bff says itself, in files that leave the pages. */
export const catalog = createCatalog([messages])

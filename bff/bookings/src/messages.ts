import { createCatalog, type Messages } from '@fernweh/kit/language/messages'
import ar from './messages/ar.json'
import de from './messages/de.json'
import en from './messages/en.json'

const messages = { en, de, ar } satisfies Messages<keyof typeof en>

/** Messages for the files that this bff makes; those of pages are in mfe-bookings. */
export const catalog = createCatalog([messages])

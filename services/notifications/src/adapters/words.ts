/** Mails in the languages of their readers. */
import { createCatalog } from '@fernweh/kit/language/messages'
import type { Say } from '../domain/letter.ts'
import ar from '../domain/messages/ar.json'
import de from '../domain/messages/de.json'
import en from '../domain/messages/en.json'

const catalog = createCatalog([{ en, de, ar }])

export const sayIn = (locale: string): Say => catalog.in(locale)

/** The texts of mails in the languages of their readers. */
import { createCatalog } from '@fernweh/kit/language/messages'
import type { TranslateMail } from '../domain/mail-document.ts'
import ar from '../domain/messages/ar.json'
import de from '../domain/messages/de.json'
import en from '../domain/messages/en.json'

const catalog = createCatalog([{ en, de, ar }])

export const translateIn = (locale: string): TranslateMail => catalog.in(locale)

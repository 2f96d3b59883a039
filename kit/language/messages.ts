/** Messages of a room in all languages, compiled as they are asked for. */
import {
  type Language,
  languageOf,
  pseudoLocale,
  type UiLanguage,
  uiLanguageOf,
} from '@fernweh/contracts/browser/languages'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import { toPseudo } from './pseudo.ts'
import { type CompiledMessages, createTranslate, type Translate } from './translate.ts'

/** ICU MessageFormat by language and key; every language has every key of English. */
export type Messages<Key extends string = string> = Record<Language, Record<Key, string>>

export interface Catalog {
  /** What is said under these keys in the language of the locale; `refusal.*` means all that begin so. */
  read(locale: string, keys?: readonly string[]): CompiledMessages
  /** Says any of the messages. */
  in(locale: string): Translate
}

export function createCatalog(rooms: readonly Messages[]): Catalog {
  const compiled = new Map<UiLanguage, CompiledMessages>()

  function compile(locale: string): CompiledMessages {
    const wording = uiLanguageOf(locale)
    const known = compiled.get(wording)
    if (known) return known
    const all: CompiledMessages = {}
    for (const room of rooms) {
      for (const [key, text] of Object.entries(room[languageOf(locale)])) {
        if (all[key] !== undefined) throw new Error(`Two rooms say ${key}`)
        all[key] = compileText(key, text, wording === pseudoLocale)
      }
    }
    compiled.set(wording, all)
    return all
  }

  return {
    read(locale, keys) {
      const all = compile(locale)
      if (!keys) return all
      const isWanted = toTest(keys)
      return Object.fromEntries(Object.entries(all).filter(([key]) => isWanted(key)))
    },
    in: (locale) => createTranslate(locale, compile(locale)),
  }
}

function compileText(key: string, text: string, isPseudo: boolean) {
  try {
    return compileMessageOrThrow(text, isPseudo ? toPseudo : undefined)
  } catch (cause) {
    throw new Error(`${key} is no ICU message: ${text}`, { cause })
  }
}

function toTest(keys: readonly string[]): (key: string) => boolean {
  const exact = new Set(keys)
  const prefixes = keys.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1))
  return (key) => exact.has(key) || prefixes.some((prefix) => key.startsWith(prefix))
}

/** Messages in all languages; those of a language are compiled at their first use. */
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
  /** The messages of these keys in the language of the locale; `refusal.*` means all that begin with `refusal.`. */
  read(locale: string, keys?: readonly string[]): CompiledMessages
  /** Formats any of the messages. */
  in(locale: string): Translate
}

export function createCatalog(sets: readonly Messages[]): Catalog {
  const compiled = new Map<UiLanguage, CompiledMessages>()

  function compile(locale: string): CompiledMessages {
    const language = uiLanguageOf(locale)
    const known = compiled.get(language)
    if (known) return known
    const all: CompiledMessages = {}
    for (const set of sets) {
      for (const [key, text] of Object.entries(set[languageOf(locale)])) {
        if (all[key] !== undefined) throw new Error(`The message ${key} is in two sets: rename one of them`)
        all[key] = compileText(key, text, language === pseudoLocale)
      }
    }
    compiled.set(language, all)
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
    throw new Error(`The message ${key} is not in ICU MessageFormat: ${text}`, { cause })
  }
}

function toTest(keys: readonly string[]): (key: string) => boolean {
  const exact = new Set(keys)
  const prefixes = keys.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1))
  return (key) => exact.has(key) || prefixes.some((prefix) => key.startsWith(prefix))
}

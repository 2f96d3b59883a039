/** Messages of a room in all languages, and what a server build takes from them. */
import { type Language, languageOf, pseudoLocale } from '@fernweh/contracts/browser/languages'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { toPseudo } from './pseudo.ts'
import type { CompiledMessages } from './translate.ts'

/** ICU MessageFormat by language and key; every language has every key of English. */
export type Messages<Key extends string = string> = Record<Language, Record<Key, string>>

export interface Catalog {
  /** What is said under these keys in the language of the locale; `refusal.*` means all that begin so. */
  read(locale: string, keys?: readonly string[]): CompiledMessages
}

export function createCatalog(rooms: readonly Messages[]): Catalog {
  const compiled = new Map<string, CompiledMessages>()

  function compile(locale: string): CompiledMessages {
    const language = languageOf(locale)
    const isPseudo = locale === pseudoLocale
    const name = isPseudo ? pseudoLocale : language
    const known = compiled.get(name)
    if (known) return known
    const all: CompiledMessages = {}
    for (const room of rooms) {
      for (const [key, text] of Object.entries(room[language])) {
        if (all[key] !== undefined) throw new Error(`Two rooms say ${key}`)
        all[key] = compileMessage(text, isPseudo ? toPseudo : undefined)
      }
    }
    compiled.set(name, all)
    return all
  }

  return {
    read(locale, keys) {
      const all = compile(locale)
      if (!keys) return all
      const isWanted = toTest(keys)
      return Object.fromEntries(Object.entries(all).filter(([key]) => isWanted(key)))
    },
  }
}

function toTest(keys: readonly string[]): (key: string) => boolean {
  const exact = new Set(keys)
  const prefixes = keys.filter((key) => key.endsWith('*')).map((key) => key.slice(0, -1))
  return (key) => exact.has(key) || prefixes.some((prefix) => key.startsWith(prefix))
}

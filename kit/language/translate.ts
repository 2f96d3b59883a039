import { type Messages, setupI18n } from '@lingui/core'

/** By key, as `@lingui/message-utils` compiles them; plain JSON. */
export type CompiledMessages = Messages

export type Values = Record<string, string | number>

/** A key without a message is a fault of the build: the reader sees the key, and the console names it. */
export type Translate<Key extends string = string> = (key: Key, values?: Values) => string

export function createTranslate(locale: string, messages: CompiledMessages): Translate {
  const missing = (_: string, key: string) => {
    console.error(`No message ${key} in ${locale}`)
    return key
  }
  const i18n = setupI18n({ locale, messages: { [locale]: messages }, missing })
  return (key, values) => i18n._(key, values && asTyped(values))
}

/** Lingui decodes `\u000a` also in values: people's own backslashes are encoded, or what was typed would become a line. */
function asTyped(values: Values): Values {
  const encoded = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'string' ? value.replaceAll('\\', '\\u005c') : value,
  ])
  return Object.fromEntries(encoded)
}

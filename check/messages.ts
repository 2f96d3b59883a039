/** Messages in every language: complete, of one meaning as far as a tool can tell, and all of them used somewhere. */
import { type Language, languages } from '../contracts/src/browser/languages.ts'
import { createCatalog, type Messages } from '../kit/language/messages.ts'

export interface MessageCatalogs {
  /** E.g. `mfe-search/src`. */
  folder: string
  messages: Messages
  /** Sources that may use them. */
  sources: string[]
}

const KEY = /^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/

export function findWrongMessages(catalogs: MessageCatalogs): string[] {
  const keys = new Set(languages.flatMap((language) => Object.keys(catalogs.messages[language])))
  const compiled = compileAll(catalogs.messages)
  if (typeof compiled === 'string') return [`${catalogs.folder}: ${compiled}`]
  const isUsed = toTest(catalogs.sources)
  return [...keys].flatMap((key) =>
    [
      ...(KEY.test(key) ? [] : ['is not spelled feature.what']),
      ...(isUsed(key) ? [] : ['is used nowhere']),
      ...languages
        .filter((language) => !catalogs.messages[language][key]?.trim())
        .map((language) => `is not in ${language}`),
      ...findOtherArguments(key, compiled),
      ...languages.flatMap((language) => findLackingPlurals(language, compiled[language][key])),
    ].map((problem) => `${catalogs.folder}: ${key} ${problem}`),
  )
}

/** As Lingui compiles them: texts and `[argument, kind, cases]`. */
type Compiled = Record<Language, Record<string, unknown>>

function compileAll(messages: Messages): Compiled | string {
  try {
    const catalog = createCatalog([messages])
    return Object.fromEntries(languages.map((language) => [language, catalog.read(language)])) as Compiled
  } catch (error) {
    return (error as Error).message
  }
}

interface Argument {
  name: string
  kind: string
  cases: string[]
}

function* argumentsOf(message: unknown): Generator<Argument> {
  if (!Array.isArray(message)) return
  for (const token of message) {
    if (!Array.isArray(token)) continue
    const [name, kind = 'text', format] = token as [string, string?, unknown?]
    const cases: Record<string, unknown> = typeof format === 'object' && format !== null ? { ...format } : {}
    delete cases.offset
    yield { name, kind, cases: Object.keys(cases) }
    for (const inner of Object.values(cases)) yield* argumentsOf(inner)
  }
}

/** A translation may do without a plural where its words are the same for all numbers. */
function findOtherArguments(key: string, compiled: Compiled): string[] {
  const namesIn = (language: Language) =>
    [...new Set([...argumentsOf(compiled[language][key])].map(({ name }) => name))].sort().join(', ')
  const english = namesIn('en')
  return languages
    .filter((language) => compiled[language][key] !== undefined && namesIn(language) !== english)
    .map((language) => `has the arguments {${namesIn(language)}} in ${language} and {${english}} in en`)
}

const exact: Record<string, string> = { '0': 'zero', '1': 'one', '2': 'two' }

function findLackingPlurals(language: Language, message: unknown): string[] {
  return [...argumentsOf(message)].flatMap(({ name, kind, cases }) => {
    if (kind !== 'plural' && kind !== 'selectordinal') return []
    const type = kind === 'plural' ? 'cardinal' : 'ordinal'
    const given = new Set(cases.map((one) => exact[one] ?? one))
    const wanted = new Intl.PluralRules(language, { type }).resolvedOptions().pluralCategories
    const lacking = wanted.filter((one) => !given.has(one))
    return lacking.length > 0 ? [`lacks ${lacking.join(', ')} of {${name}} in ${language}`] : []
  })
}

/** A key is said where it stands between quotes or braces, or where a template with its beginning or end does. */
function toTest(sources: string[]): (key: string) => boolean {
  const quoted = new Set<string>()
  const templates: RegExp[] = []
  for (const source of sources) {
    for (const [, key = ''] of source.matchAll(/['"`{]([a-z][\w-]*(?:\.[\w-]+)+)['"`}]/g)) quoted.add(key)
    for (const [, template = ''] of source.matchAll(/`((?:[\w.-]|\$\{[^{}`]*\})+)`/g)) {
      const isKey = /\.\$\{|\}\./.test(template)
      if (isKey) templates.push(new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`))
    }
  }
  return (key) => quoted.has(key) || templates.some((template) => template.test(key))
}

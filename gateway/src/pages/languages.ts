/**
 * A page's language: the one its address names, else the one chosen, else the one the browser prefers, else English; with the
 * reader's region (`de-AT`).
 */
import type { IncomingHttpHeaders } from 'node:http'
import { languages, type UiLanguage, uiLanguageOf, uiLanguages } from '@fernweh/contracts/browser/languages'
import { withQuery } from '@fernweh/contracts/browser/page-path'
import { toLocalPath } from '@fernweh/kit/server/http/forms'
import { invalid } from '@fernweh/kit/server/http/problem'
import type { Request, Response } from 'express'
import Negotiator from 'negotiator'
import { readCookie, toCookie, YEAR_SECONDS } from '../access/cookies.ts'
import { readBody } from '../proxy/read-body.ts'

/** `?lang=de`: for search engines, and for links that shall open in one language. */
const FIELD = 'lang'
const COOKIE = 'fernweh-language'
const MAX_KILOBYTES = 4

/** Each in its own language, whatever the language of the page. */
const names: Record<UiLanguage, string> = { en: 'English', de: 'Deutsch', ar: 'العربية', 'en-XA': 'Ṽéŕšíóñ' }

export interface Asked {
  headers: IncomingHttpHeaders
  /** Path and query of the page. */
  url: string
}

export function negotiateLocale({ headers, url }: Asked, offered: UiLanguage[]): string {
  const chosen = languageNamedIn(url, offered) ?? readCookie(headers.cookie, COOKIE)
  const preferred = new Negotiator({ headers }).languages().flatMap((tag) => toOffered(tag, offered))
  if (!isUiLanguage(chosen) || !offered.includes(chosen)) return preferred[0] ?? 'en'
  return preferred.find((tag) => uiLanguageOf(tag) === chosen) ?? chosen
}

function toOffered(preference: string, offered: UiLanguage[]): string[] {
  const [language = '', region = ''] = preference.toLowerCase().split('-')
  const tag = /^[a-z]{2}$/.test(region) ? `${language}-${region.toUpperCase()}` : language
  if (!isUiLanguage(language) || !offered.includes(language)) return []
  return [offered.includes(uiLanguageOf(tag)) ? tag : language]
}

function languageNamedIn(url: string, offered: UiLanguage[]): UiLanguage | null {
  const [, query] = url.split('?')
  const named = new URLSearchParams(query).get(FIELD)
  return isUiLanguage(named) && offered.includes(named) ? named : null
}

export interface Address {
  /** As it was requested. */
  url: string
  languages: UiLanguage[]
}

/** Where a page is found: in the language that was requested, in each, and in the reader's own (`x-default`). */
export function addressesOf(canonical: string, { url, languages: offered }: Address) {
  const inLanguage = (language: UiLanguage) => withQuery(canonical, { [FIELD]: language })
  const named = languageNamedIn(url, offered)
  return {
    own: named ? inLanguage(named) : canonical,
    alternates: [
      ...languages.filter((one) => offered.includes(one)).map((one) => [one, inLanguage(one)] as const),
      ['x-default', canonical] as const,
    ],
  }
}

const isUiLanguage = (text: string | null): text is UiLanguage =>
  (uiLanguages as readonly (string | null)[]).includes(text)

/** `POST /language`: a native form with `language` and `back`, the local path of its page. */
export async function setLanguage(offered: UiLanguage[], request: Request, response: Response) {
  const fields = new URLSearchParams((await readBody(request, MAX_KILOBYTES))?.toString())
  const language = fields.get('language')
  if (!isUiLanguage(language) || !offered.includes(language))
    throw invalid({ field: 'language', problem: `not one of ${offered.join(', ')}` })
  response.set({
    'set-cookie': toCookie(COOKIE, language, YEAR_SECONDS),
    // Pages fetched ahead are in the language before.
    'clear-site-data': '"prefetchCache", "prerenderCache"',
    'cache-control': 'no-store',
  })
  response.redirect(303, withoutLanguage(toLocalPath(fields.get('back') ?? '') ?? '/'))
}

/** The language chosen now would otherwise yield to the one in the address. */
const withoutLanguage = (page: string) => (page.includes(`${FIELD}=`) ? withQuery(page, { [FIELD]: null }) : page)

export function toLanguageButtons(tag: string, offered: UiLanguage[]): string {
  return offered
    .map((language) => {
      const current = language === uiLanguageOf(tag) ? ' aria-current="true"' : ''
      return `<button name="language" value="${language}" lang="${language}"${current}>${names[language]}</button>`
    })
    .join('')
}

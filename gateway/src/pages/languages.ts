/**
 * Which language a page speaks: the one chosen, else the one the browser prefers, else English. The answer is a BCP 47 tag
 * that begins with a language we have, with the reader's region where the browser names one (`de-AT`).
 */
import type { IncomingHttpHeaders } from 'node:http'
import { type UiLanguage, uiLanguageOf, uiLanguages } from '@fernweh/contracts/browser/languages'
import { toLocalPath } from '@fernweh/kit/server/http/forms'
import { invalid } from '@fernweh/kit/server/http/problem'
import type { Request, Response } from 'express'
import { readCookie } from '../access/sessions.ts'
import { readBody } from '../proxy/read-body.ts'

const COOKIE = 'fernweh-language'
const YEAR_SECONDS = 365 * 24 * 3600
const MAX_PREFERENCES = 20

/** In its own words, whatever the page speaks. */
const names: Record<UiLanguage, string> = { en: 'English', de: 'Deutsch', ar: 'العربية', 'en-XA': 'Ṽéŕšíóñ' }

export function negotiateLocale(
  { cookie, 'accept-language': accepted }: IncomingHttpHeaders,
  offered: UiLanguage[],
): string {
  const chosen = readCookie(cookie, COOKIE)
  const preferred = readPreferences(accepted).flatMap((tag) => toOffered(tag, offered))
  if (!isWording(chosen) || !offered.includes(chosen)) return preferred[0] ?? 'en'
  return preferred.find((tag) => uiLanguageOf(tag) === chosen) ?? chosen
}

/** RFC 9110, 12.5.4: by quality, in the order given where that is equal; what has quality 0 is not wanted. */
function readPreferences(accepted = ''): string[] {
  return accepted
    .split(',', MAX_PREFERENCES)
    .map((preference) => {
      const [tag = '', ...rest] = preference.split(';').map((part) => part.trim())
      const quality = rest.find((part) => /^q=/i.test(part))?.slice(2) ?? '1'
      return { tag, quality: /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0 }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ tag }) => tag)
}

function toOffered(preference: string, offered: UiLanguage[]): string[] {
  const [language = '', region = ''] = preference.toLowerCase().split('-')
  const tag = /^[a-z]{2}$/.test(region) ? `${language}-${region.toUpperCase()}` : language
  if (!isWording(language) || !offered.includes(language)) return []
  return [offered.includes(uiLanguageOf(tag)) ? tag : language]
}

const isWording = (text: string | null): text is UiLanguage =>
  (uiLanguages as readonly (string | null)[]).includes(text)

/** `POST /language`: a native form with `language` and `back`, the local path it stands on. */
export async function setLanguage(offered: UiLanguage[], request: Request, response: Response) {
  const fields = new URLSearchParams((await readBody(request, 4))?.toString())
  const language = fields.get('language')
  if (!isWording(language) || !offered.includes(language))
    throw invalid({ field: 'language', problem: 'not one of ours' })
  // Pages fetched ahead speak another one.
  response.set({ 'set-cookie': toCookie(language), 'clear-site-data': '"prefetchCache", "prerenderCache"' })
  response.set('cache-control', 'no-store').redirect(303, toLocalPath(fields.get('back') ?? '') ?? '/')
}

const toCookie = (language: UiLanguage) =>
  `${COOKIE}=${language}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=${YEAR_SECONDS}`

/** What stands in the place that a layout leaves for it. */
export function toLanguageButtons(tag: string, offered: UiLanguage[]): string {
  return offered
    .map((wording) => {
      const current = wording === uiLanguageOf(tag) ? ' aria-current="true"' : ''
      return `<button name="language" value="${wording}" lang="${wording}"${current}>${names[wording]}</button>`
    })
    .join('')
}

import type { Cookies } from './browser.ts'

/** Path of the first experience that the home page lists. */
export async function firstExperience(url: string): Promise<string> {
  const path = /href="(\/e\/[^"]+)"/.exec(await readPage(`${url}/`))?.[1]
  if (!path) throw new Error('the home page lists no experience')
  return path
}

/** Request headers for English pages, with the cookies of a signed-in person if given. */
export async function readPage(url: string, cookies: Cookies = []): Promise<string> {
  const answer = await fetch(url, { headers: { 'accept-language': 'en', cookie: toHeader(cookies) } })
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`)
  return answer.text()
}

export const toHeader = (cookies: Cookies) => cookies.map(({ name, value }) => `${name}=${value}`).join('; ')

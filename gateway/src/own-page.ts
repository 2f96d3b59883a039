/** The few pages the gateway answers itself, in the same look: nothing at this path, nothing right now, a form refused. */
import { toLocale } from '@fernweh/contracts/browser/languages'
import type { Response } from 'express'
import { createDocument, escapeHtml, type Setting } from './document.ts'
import { type Word, words } from './messages.ts'
import type { Live } from './releases.ts'

/** What a page is about: it has a title and a text. */
type Subject = { [W in Word]: W extends `${infer Name}.title` ? Name : never }[Word]

export interface OwnPage {
  status: number
  says: Subject
  link: { href: string; says: Word }
}

export const nothingHere: OwnPage = {
  status: 404,
  says: 'nothing-here',
  link: { href: '/', says: 'nothing-here.link' },
}

export const notRightNow = (url: string): OwnPage => ({
  status: 503,
  says: 'not-right-now',
  link: { href: url, says: 'not-right-now.link' },
})

/** Kept by the service worker, which fills in what else it has, and shows it at whatever address was wanted. */
export const offline: OwnPage = {
  status: 200,
  says: 'offline',
  link: { href: '', says: 'offline.link' },
}

/** `url`: the page that another language is chosen for. */
export async function writeOwnPage(
  response: Response,
  { status, says, link }: OwnPage,
  { live, url, ...setting }: { live: Live | undefined; url: string } & Setting,
) {
  const t = words.in(toLocale(setting.tag))
  const [title, text] = [t(`${says}.title`), t(`${says}.text`)]
  response.status(status).set('cache-control', 'no-store')
  if (status === 503) response.set('retry-after', '10')
  if (!live) return void response.type('text').send(`${title}\n\n${text}\n`)
  const page = { path: '', layout: 'simple', parts: { main: 'shell/Own' } }
  const document = await createDocument(live, page, { ...setting, lively: false, url, params: {} })
  const opening = document.open({ title: `${title} · Fernweh` })
  const kept = says === 'offline' ? toKeptPages(t('offline.kept')) : ''
  const body = `<h1>${title}</h1><p>${text}</p>${kept}<p><a href="${escapeHtml(link.href)}">${t(link.says)}</a></p>`
  response.type('html').set(document.headers)
  response.send(`${opening}<section slot="main" id="main" tabindex="-1" data-own>${body}</section>${document.close}`)
}

/** Hidden until the service worker has put something in. */
const toKeptPages = (heading: string) =>
  `<nav hidden aria-labelledby="kept"><h2 id="kept">${heading}</h2><ul><!-- kept --></ul></nav>`

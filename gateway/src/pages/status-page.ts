/** The few pages the gateway answers itself, in the same look: nothing at this path, nothing right now, a form refused. */
import { toLocale } from '@fernweh/contracts/browser/languages'
import type { Response } from 'express'
import type { ActiveReleases } from '../releases/active-releases.ts'
import { createDocument, escapeHtml, type PageContext } from './document.ts'
import { type GatewayMessage, gatewayMessages } from './messages.ts'

/** What a page is about: it has a title and a text. */
type Subject = { [W in GatewayMessage]: W extends `${infer Name}.title` ? Name : never }[GatewayMessage]

export interface StatusPage {
  status: number
  says: Subject
  link: { href: string; says: GatewayMessage }
}

export const notFoundPage: StatusPage = {
  status: 404,
  says: 'nothing-here',
  link: { href: '/', says: 'nothing-here.link' },
}

export const unavailablePage = (url: string): StatusPage => ({
  status: 503,
  says: 'not-right-now',
  link: { href: url, says: 'not-right-now.link' },
})

/** Kept by the service worker, which fills in what else it has, and shows it at whatever address was wanted. */
export const offlinePage: StatusPage = {
  status: 200,
  says: 'offline',
  link: { href: '', says: 'offline.link' },
}

/** `url`: the page that another language is chosen for. */
export async function writeStatusPage(
  response: Response,
  { status, says, link }: StatusPage,
  { live, url, ...setting }: { live: ActiveReleases | undefined; url: string } & PageContext,
) {
  const t = gatewayMessages.in(toLocale(setting.tag))
  const [title, text] = [t(`${says}.title`), t(`${says}.text`)]
  response.status(status).set('cache-control', 'no-store')
  if (status === 503) response.set('retry-after', '10')
  if (!live) return void response.type('text').send(`${title}\n\n${text}\n`)
  const page = { path: '', layout: 'simple', fragments: { main: 'shell/Own' } }
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

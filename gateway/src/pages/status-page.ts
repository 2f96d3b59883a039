/** The few pages of the gateway itself, in the look of the others: not found, unavailable, offline, a form refused. */
import { toLocale } from '@fernweh/contracts/browser/languages'
import escapeHtml from 'escape-html'
import type { Response } from 'express'
import type { ActiveReleases } from '../releases/active-releases.ts'
import { createDocument, type PageContext } from './document.ts'
import { type GatewayMessage, gatewayMessages } from './messages.ts'

type Topic = { [Key in GatewayMessage]: Key extends `${infer Name}.title` ? Name : never }[GatewayMessage]

export interface StatusPage {
  status: number
  topic: Topic
  link: { href: string; label: GatewayMessage }
}

export const notFoundPage: StatusPage = {
  status: 404,
  topic: 'not-found',
  link: { href: '/', label: 'not-found.link' },
}

export const unavailablePage = (url: string): StatusPage => ({
  status: 503,
  topic: 'unavailable',
  link: { href: url, label: 'unavailable.link' },
})

/** Kept by the service worker, which adds links to what else it has kept and shows it at whatever address was requested. */
export const offlinePage: StatusPage = {
  status: 200,
  topic: 'offline',
  link: { href: '', label: 'offline.link' },
}

export interface StatusPageContext extends PageContext {
  releases: ActiveReleases | undefined
  /** Where another choice of language leads back to. */
  url: string
}

export async function writeStatusPage(
  response: Response,
  { status, topic, link }: StatusPage,
  { releases, url, ...context }: StatusPageContext,
) {
  const t = gatewayMessages.in(toLocale(context.tag))
  const [title, text] = [t(`${topic}.title`), t(`${topic}.text`)]
  response.status(status).set('cache-control', 'no-store')
  if (status === 503) response.set('retry-after', '10')
  if (!releases) return void response.type('text').send(`${title}\n\n${text}\n`)
  const page = { path: '', layout: 'simple', fragments: { main: 'shell/StatusPage' } }
  const document = await createDocument(releases, page, { ...context, interactive: false, url, params: {} })
  const opening = document.open({ title: `${title} · Fernweh` })
  const kept = topic === 'offline' ? toKeptPages(t('offline.kept')) : ''
  const body = `<h1>${title}</h1><p>${text}</p>${kept}<p><a href="${escapeHtml(link.href)}">${t(link.label)}</a></p>`
  response.type('html').set(document.headers)
  response.send(
    `${opening}<section slot="main" id="main" tabindex="-1" data-status-page>${body}</section>${document.close}`,
  )
}

/** Hidden until the service worker has added links. */
const toKeptPages = (heading: string) =>
  `<nav hidden aria-labelledby="kept"><h2 id="kept">${heading}</h2><ul><!-- kept --></ul></nav>`

/** The few pages the gateway answers itself, in the same look: nothing at this path, nothing right now, a form refused. */
import type { Response } from 'express'
import type { Assets } from './assets.ts'
import { createDocument, escapeHtml } from './document.ts'
import type { Live } from './releases.ts'

export interface OwnPage {
  status: number
  title: string
  text: string
  link: { href: string; text: string }
}

export const nothingHere: OwnPage = {
  status: 404,
  title: 'Nothing is here',
  text: 'This address leads nowhere. It may have moved, or a letter is missing.',
  link: { href: '/', text: 'See all experiences' },
}

export const notRightNow = (url: string): OwnPage => ({
  status: 503,
  title: 'Not right now',
  text: 'We cannot show this page at the moment. Nothing you did is lost. Please try again in a minute.',
  link: { href: url, text: 'Try again' },
})

export async function writeOwnPage(
  response: Response,
  { status, title, text, link }: OwnPage,
  { live, ...settings }: { live: Live | undefined; assets: Assets; origin: string; formTargets: string[] },
) {
  response.status(status).set('cache-control', 'no-store')
  if (status === 503) response.set('retry-after', '10')
  if (!live) return void response.type('text').send(`${title}\n\n${text}\n`)
  const page = { path: '', layout: 'simple', parts: { main: 'shell/Own' } }
  const document = await createDocument(live, page, { ...settings, lively: false })
  const opening = document.open({ title: `${title} · Fernweh` }, { url: '', params: {} })
  const body = `<h1>${title}</h1><p>${text}</p><p><a href="${escapeHtml(link.href)}">${link.text}</a></p>`
  response.type('html').set('content-security-policy', document.policy)
  response.send(`${opening}<section slot="main" id="main" tabindex="-1" data-own>${body}</section>${document.close}`)
}

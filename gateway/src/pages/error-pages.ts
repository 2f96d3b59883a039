/** A browser shows what comes back: so what fails, or refuses a form, is a page, too, and no JSON. */
import type { IncomingHttpHeaders } from 'node:http'
import type { UiLanguage } from '@fernweh/contracts/browser/languages'
import { fromExpress, HttpProblem } from '@fernweh/kit/server/http/problem'
import { UpstreamFault } from '@fernweh/kit/server/http/upstream'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import type { ErrorRequestHandler } from 'express'
import type { Releases } from '../releases/active-releases.ts'
import type { Assets } from '../releases/assets.ts'
import { negotiateLocale } from './languages.ts'
import { notFoundPage, type StatusPage, unavailablePage, writeStatusPage } from './status-page.ts'

interface Pages {
  origin: string
  assets: Assets
  releases: Releases
  formTargets: string[]
  languages: UiLanguage[]
  context: ProcessContext
}

export function wantsPage(headers: IncomingHttpHeaders): boolean {
  return headers['x-fernweh'] === undefined && /\btext\/html\b/.test(headers.accept ?? '')
}

/** For all that is thrown while somebody waits for a page. */
export function answerPages(pages: Pages): ErrorRequestHandler {
  return async (error, request, response, next) => {
    if (response.headersSent || request.socket.destroyed || !wantsPage(request.headers)) return next(error)
    const status = statusOf(error)
    if (status >= 500) pages.context.log.error({ err: error }, 'page not answered')
    const isForm = request.method !== 'GET' && request.method !== 'HEAD'
    const url = isForm ? toLocal(request.headers.referer, pages.origin) : request.originalUrl
    const tag = negotiateLocale(request.headers, pages.languages)
    const page = isForm || status < 500 ? toPage(status, url) : { ...unavailablePage(url), status }
    await writeStatusPage(response, page, { ...pages, live: pages.releases.active(), tag, url })
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpProblem || error instanceof UpstreamFault) return error.status
  return fromExpress(error)?.status ?? 500
}

const refusals: Record<number, StatusPage['says']> = {
  401: 'sign-in-first',
  403: 'not-from-there',
  409: 'no-more',
  413: 'too-much',
  429: 'slower',
}

function toPage(status: number, back: string): StatusPage {
  if (status === 404) return notFoundPage
  const says = status >= 500 ? 'failed' : (refusals[status] ?? 'unreadable')
  if (status !== 401) return { status, says, link: { href: back, says: 'refused.back' } }
  return { status, says, link: { href: `/sign-in?next=${encodeURIComponent(back)}`, says: 'sign-in-first.link' } }
}

/** The page the form was on, if it was one of ours. */
function toLocal(referer: string | undefined, origin: string): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { origin: from, pathname, search } = new URL(referer)
  return from === origin ? pathname + search : '/'
}

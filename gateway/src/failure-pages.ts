/** A browser shows what comes back: so what fails, or refuses a form, is a page, too, and no JSON. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Wording } from '@fernweh/contracts/browser/languages'
import type { Life } from '@fernweh/kit/server/lifecycle'
import { fromExpress, HttpProblem } from '@fernweh/kit/server/problem'
import { UpstreamFault } from '@fernweh/kit/server/upstream'
import type { ErrorRequestHandler } from 'express'
import type { Assets } from './assets.ts'
import { chooseTag } from './languages.ts'
import { nothingHere, notRightNow, type OwnPage, writeOwnPage } from './own-page.ts'
import type { Releases } from './releases.ts'

interface Pages {
  origin: string
  assets: Assets
  releases: Releases
  formTargets: string[]
  languages: Wording[]
  life: Life
}

export function wantsPage(headers: IncomingHttpHeaders): boolean {
  return headers['x-fernweh'] === undefined && /\btext\/html\b/.test(headers.accept ?? '')
}

/** For all that is thrown while somebody waits for a page. */
export function answerPages(pages: Pages): ErrorRequestHandler {
  return async (error, request, response, next) => {
    if (response.headersSent || request.socket.destroyed || !wantsPage(request.headers)) return next(error)
    const status = statusOf(error)
    if (status >= 500) pages.life.log.error({ err: error }, 'page not answered')
    const isForm = request.method !== 'GET' && request.method !== 'HEAD'
    const url = isForm ? toLocal(request.headers.referer, pages.origin) : request.originalUrl
    const tag = chooseTag(request.headers, pages.languages)
    const page = isForm || status < 500 ? toPage(status, url) : { ...notRightNow(url), status }
    await writeOwnPage(response, page, { ...pages, live: pages.releases.live(), tag, url })
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpProblem || error instanceof UpstreamFault) return error.status
  return fromExpress(error)?.status ?? 500
}

const refusals: Record<number, OwnPage['says']> = {
  401: 'sign-in-first',
  403: 'not-from-there',
  409: 'no-more',
  413: 'too-much',
  429: 'slower',
}

function toPage(status: number, back: string): OwnPage {
  if (status === 404) return nothingHere
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

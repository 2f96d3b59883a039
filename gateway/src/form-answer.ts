/** A browser that sent a form shows what comes back: so a refusal is a page, too, and no JSON. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Life } from '@fernweh/kit/server/lifecycle'
import { fromExpress, HttpProblem } from '@fernweh/kit/server/problem'
import { UpstreamFault } from '@fernweh/kit/server/upstream'
import type { ErrorRequestHandler } from 'express'
import type { Assets } from './assets.ts'
import { nothingHere, type OwnPage, writeOwnPage } from './own-page.ts'
import type { Releases } from './releases.ts'

interface Pages {
  origin: string
  assets: Assets
  releases: Releases
  formTargets: string[]
  life: Life
}

export function wantsPage(headers: IncomingHttpHeaders): boolean {
  return headers['x-fernweh'] === undefined && /\btext\/html\b/.test(headers.accept ?? '')
}

/** For what is thrown below `/api`. */
export function answerForms(pages: Pages): ErrorRequestHandler {
  return async (error, request, response, next) => {
    if (response.headersSent || request.socket.destroyed || !wantsPage(request.headers)) return next(error)
    const status = statusOf(error)
    if (status >= 500) pages.life.log.error({ err: error }, 'form not answered')
    const page = toPage(status, toLocal(request.headers.referer, pages.origin))
    await writeOwnPage(response, page, { ...pages, live: pages.releases.live() })
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpProblem || error instanceof UpstreamFault) return error.status
  return fromExpress(error)?.status ?? 500
}

const refusals: Record<number, Pick<OwnPage, 'title' | 'text'>> = {
  401: { title: 'Please sign in first', text: 'Only you may do this, and we do not know who you are.' },
  403: { title: 'Not from there', text: 'What was sent did not come from a page of ours, so we left it.' },
  409: { title: 'Not possible any more', text: 'Something has changed in the meantime.' },
  413: { title: 'Too much at once', text: 'What was sent is larger than we take.' },
  429: { title: 'A little slower', text: 'Too much came from your address. Please wait a minute.' },
}
const unreadable = { title: 'We could not read that', text: 'Something in what was sent is not as it should be.' }
const failed = {
  title: 'Not right now',
  text: 'We could not do that at the moment. Please go back and see whether it is done; if not, try again.',
}

function toPage(status: number, back: string): OwnPage {
  if (status === 404) return nothingHere
  const said = status >= 500 ? failed : (refusals[status] ?? unreadable)
  if (status !== 401) return { status, ...said, link: { href: back, text: 'Go back' } }
  return { status, ...said, link: { href: `/sign-in?next=${encodeURIComponent(back)}`, text: 'Sign in' } }
}

/** The page the form was on, if it was one of ours. */
function toLocal(referer: string | undefined, origin: string): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { origin: from, pathname, search } = new URL(referer)
  return from === origin ? pathname + search : '/'
}

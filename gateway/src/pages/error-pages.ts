/** Errors as pages: a browser shows whatever comes back, so a failure or a refused form is a page too, and no JSON. */
import type { IncomingHttpHeaders } from 'node:http'
import { toSignInPath } from '@fernweh/contracts/browser/sign-in-path'
import { toLocalPath } from '@fernweh/kit/server/http/forms'
import { fromExpress, HttpProblem } from '@fernweh/kit/server/http/problem'
import { UpstreamFault } from '@fernweh/kit/server/http/upstream'
import type { ProcessContext } from '@fernweh/kit/server/process/lifecycle'
import type { ErrorRequestHandler } from 'express'
import type { Releases } from '../releases/active-releases.ts'
import type { PageOptions } from './document.ts'
import { negotiateLocale } from './languages.ts'
import { notFoundPage, type StatusPage, unavailablePage, writeStatusPage } from './status-page.ts'

export interface ErrorPageDeps extends PageOptions {
  releases: Releases
  context: ProcessContext
}

export function wantsPage(headers: IncomingHttpHeaders): boolean {
  return headers['x-fernweh'] === undefined && /\btext\/html\b/.test(headers.accept ?? '')
}

export function handlePageErrors(deps: ErrorPageDeps): ErrorRequestHandler {
  return async (error, request, response, next) => {
    if (response.headersSent || request.socket.destroyed || !wantsPage(request.headers)) return next(error)
    const status = statusOf(error)
    if (status >= 500) deps.context.log.error({ err: error }, 'request failed, error page served')
    const isForm = request.method !== 'GET' && request.method !== 'HEAD'
    const url = isForm ? toOwnPath(request.headers.referer, deps.origin) : request.originalUrl
    const tag = negotiateLocale({ headers: request.headers, url }, deps.languages)
    const page = isForm || status < 500 ? toErrorPage(status, url) : { ...unavailablePage(url), status }
    await writeStatusPage(response, page, { ...deps, releases: deps.releases.active(), tag, url })
  }
}

function statusOf(error: unknown): number {
  if (error instanceof HttpProblem || error instanceof UpstreamFault) return error.status
  return fromExpress(error)?.status ?? 500
}

const topics: Record<number, StatusPage['topic']> = {
  401: 'sign-in-required',
  403: 'foreign-origin',
  409: 'conflict',
  413: 'too-large',
  429: 'too-many-requests',
}

function toErrorPage(status: number, back: string): StatusPage {
  if (status === 404) return notFoundPage
  const topic = status >= 500 ? 'failed' : (topics[status] ?? 'invalid')
  if (status !== 401) return { status, topic, link: { href: back, label: 'form.back' } }
  return { status, topic, link: { href: toSignInPath(back), label: 'sign-in-required.link' } }
}

/** The page the form was on, if it was one of this site. */
function toOwnPath(referer: string | undefined, ownOrigin: string): string {
  if (!referer || !URL.canParse(referer)) return '/'
  const { origin, pathname, search } = new URL(referer)
  return (origin === ownOrigin && toLocalPath(pathname + search)) || '/'
}

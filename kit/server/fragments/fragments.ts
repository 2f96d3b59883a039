/** The fragment route: a team's fragment, rendered by the server build of the asked release from the team's own data. */

import { randomUUID } from 'node:crypto'
import { operation } from '@fernweh/contracts/api/operation'
import type { FormOutcome } from '@fernweh/contracts/browser/form-outcome'
import { toLocale } from '@fernweh/contracts/browser/languages'
import type { Express, Request, Response } from 'express'
import { z } from 'zod'
import type { Values } from '../../language/translate.ts'
import { readOutcome, withoutOutcome } from '../http/form-outcome.ts'
import { type ParsedRequest, parseRequest } from '../http/http.ts'
import type { Caller } from '../http/identity.ts'
import { notFound } from '../http/problem.ts'
import { toStorable } from '../http/storable.ts'
import type { ProcessContext } from '../process/lifecycle.ts'
import { cacheCounter } from '../process/metrics.ts'
import { createServerBuilds, type LoadedServerBuild, UnknownRelease } from './server-builds.ts'

export interface FragmentRequest {
  url: URL
  params: Record<string, string>
  identity: Caller | null
  /** BCP 47, of the page. */
  locale: string
  outcome: FormOutcome | null
}

export interface MessageRef {
  key: string
  values?: Values
}

export interface FragmentResponse {
  /** 200 unless said; 303 sends the page to `meta.location`, 404 makes it a page that was not found. */
  status?: 200 | 303 | 404
  title: string | MessageRef
  meta?: { description?: string | MessageRef; [name: string]: unknown }
  data: unknown
}

export type FragmentQueries = Record<string, (request: FragmentRequest) => Promise<FragmentResponse>>

const readFragment = operation({
  name: 'GET /fragments/:fragment',
  params: z.object({ fragment: z.string() }),
  query: z.object({
    release: z.string().default(''),
    url: z.string().startsWith('/').max(2000).transform(toUrl),
    params: z
      .string()
      .max(2000)
      .default('{}')
      .transform(parseJson)
      .pipe(z.record(z.string(), z.string().transform(toStorable))),
  }),
  answer: z.unknown(),
})

export function serveFragments(
  app: Express,
  options: { team: string; releasesDir: string; queries: FragmentQueries },
): void {
  const { metrics } = app.locals.context as ProcessContext
  const { releasesDir, team } = options
  const load = createServerBuilds(releasesDir, team, cacheCounter(metrics, 'server-builds'))
  // Visitors choose which release's state they ask for: that must not push out the builds that render pages.
  const loadForState = createServerBuilds(releasesDir, team, cacheCounter(metrics, 'server-builds-for-state'))
  const queries = new Map(Object.entries(options.queries))

  app.get('/fragments/:fragment', async (request, response) => {
    const parsed = parseRequest(readFragment, request)
    const { fragment } = parsed.params
    const { release } = parsed.query
    const query = queries.get(fragment)
    if (!query) throw notFound()
    const locale = toLocale(request.get('accept-language') ?? '')
    const outcome = readOutcome(parsed.query.url)
    const known = { identity: parsed.identity, locale, outcome }
    const { status = 200, title, meta = {}, data } = await query({ ...parsed.query, ...known })
    const isState = wantsState(request)
    const build =
      release === '' && isState ? null : await (isState ? loadForState : load)(release).catch(unknownRelease)
    const made = { now: new Date().toISOString(), release, idempotencyKey: randomUUID() }
    const messages = build?.messagesOf(locale, fragment) ?? {}
    const state = { data, user: toUser(parsed), locale, messages, outcome, ...made }
    const head = { status, title: toText(title, build, locale), meta: toMeta(meta, build, locale) }
    if (isState) return void response.json({ ...head, state })
    if (!build || status === 303) return send(response, head, '')
    const { preloads, html } = splitPreloads(build.renderFragment(fragment, state))
    send(response, { ...head, preloads }, toFragmentHtml(html, state))
  })
}

/** React writes preloads before everything else: they belong into the page's head, and not to what is hydrated. */
export function splitPreloads(rendered: string): { preloads: string; html: string } {
  const [preloads = ''] = /^(?:<link rel="preload"[^>]*>)*/.exec(rendered) ?? []
  return { preloads, html: rendered.slice(preloads.length) }
}

function toText(said: string | MessageRef, build: LoadedServerBuild | null, locale: string): string {
  if (typeof said === 'string') return said
  return build?.translate(locale, said.key, said.values) ?? said.key
}

function toMeta(
  { description, ...meta }: NonNullable<FragmentResponse['meta']>,
  build: LoadedServerBuild | null,
  locale: string,
) {
  return description === undefined ? meta : { ...meta, description: toText(description, build, locale) }
}

export function toPagePath(url: URL): string {
  const { pathname, search } = withoutOutcome(url)
  return `${pathname}${search}`
}

const wantsState = (request: Request) => request.accepts('html', 'json') === 'json'

function send(response: Response, head: object, fragment: string): void {
  response
    .set('cache-control', 'no-store')
    .type('text/plain')
    .send(`${JSON.stringify(head)}\n${fragment}`)
}

/** Exactly the bytes inside the page's `<section>`: no whitespace between root and content, or hydration fails. */
export function toFragmentHtml(html: string, state: object): string {
  return `<div data-root>${html}</div><script type="application/json">${escapeState(state)}</script>`
}

/** `<` cannot end the script element or open a comment in it (HTML, "Restrictions for contents of script elements"). */
export const escapeState = (state: object) => JSON.stringify(state).replaceAll('<', '\\u003c')

function toUser({ identity }: ParsedRequest<typeof readFragment>) {
  return identity && { id: identity.sub, role: identity.role }
}

function toUrl(pathAndQuery: string, context: z.RefinementCtx): URL {
  const url = URL.canParse(pathAndQuery, 'http://page') ? new URL(pathAndQuery, 'http://page') : null
  if (url?.host === 'page') return withStorableQuery(url)
  context.addIssue({ code: 'custom', message: 'not a path' })
  return z.NEVER
}

/** Spelled as it came where nothing is wrong with it. */
function withStorableQuery(url: URL): URL {
  const fields = [...url.searchParams]
  const storable = fields.map(([name, value]): [string, string] => [toStorable(name), toStorable(value)])
  if (String(fields) !== String(storable)) url.search = new URLSearchParams(storable).toString()
  return url
}

function parseJson(text: string, context: z.RefinementCtx): unknown {
  try {
    return JSON.parse(text)
  } catch {
    context.addIssue({ code: 'custom', message: 'not JSON' })
    return z.NEVER
  }
}

function unknownRelease(error: unknown): never {
  throw error instanceof UnknownRelease ? notFound() : error
}

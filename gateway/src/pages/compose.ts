/**
 * A page: all fragments are asked at once, the owning fragment decides what is answered, the others are written whole, as they
 * arrive. A fragment that fails leaves its slot to the layout's fallback and to the browser, which asks again.
 */
import type { Upstream } from '@fernweh/kit/server/http/upstream'
import type { Response } from 'express'
import type { ActiveReleases } from '../releases/active-releases.ts'
import { createDocument, isFrame, type PageContext } from './document.ts'
import { type Fragment, fetchFragment } from './fragment.ts'
import type { PageMatch } from './page-routes.ts'

const MAIN_TIMEOUT_MS = 3000
const OTHERS_TIMEOUT_MS = 2500

export interface ComposeDeps extends PageContext {
  bffs: Map<string, Upstream>
  /** A fragment that could not be had; the page goes on. */
  onMissing(fragment: string, error: unknown): void
}

export interface PageRequest {
  releases: ActiveReleases
  match: PageMatch
  /** Path and query. */
  url: string
  /** Identity, language: what every bff is told. */
  headers: Record<string, string>
}

export async function composePage(
  composer: ComposeDeps,
  visit: PageRequest,
  response: Response,
): Promise<'done' | 'no-main'> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  const ask = (slot: string) => askFragment(composer, visit, slot, left.signal)
  const { main: _, ...others } = visit.match.page.fragments
  const mainFragment = ask('main')
  const otherFragments = Object.keys(others).map((slot) => ({ slot, pending: ask(slot) }))
  const main = await mainFragment
  if (!main) {
    left.abort()
    return 'no-main'
  }
  if (main.status === 303) redirect(response, main)
  else await writePage(composer, visit, response, main, otherFragments)
  left.abort()
  return 'done'
}

function redirect(response: Response, { meta }: Fragment) {
  if (!meta.location) throw new Error('A redirect without a place on this site')
  response.set('cache-control', 'private, no-cache').redirect(303, meta.location)
}

/** Any status but 200 is a page without scripts, and without the fragments that stand beside the owning one. */
async function writePage(
  composer: ComposeDeps,
  { releases: live, match, url }: PageRequest,
  response: Response,
  main: Fragment,
  others: { slot: string; pending: Promise<Fragment | null> }[],
) {
  const lively = main.status === 200
  const shown = lively ? others : others.filter(({ slot }) => isFrame(live, slot))
  const page = lively ? match.page : onlyMain(match.page.fragments, shown)
  const document = await createDocument(live, page, {
    ...composer,
    lively,
    url,
    params: match.params,
  })
  response.status(main.status).type('html')
  response.set({ ...document.headers, 'cache-control': 'private, no-cache' })
  const { title, meta, hints } = main
  const opening = document.open({ title, preloads: hints, ...meta })
  response.write(opening + toSection('main', page.fragments.main ?? '', main, mainTarget) + document.scripts)
  await Promise.all(
    shown.map(async ({ slot, pending }) => {
      const fragment = await pending
      if (fragment?.status !== 200) return
      response.write(toSection(slot, page.fragments[slot] ?? '', fragment, isFrame(live, slot) ? ' data-later' : ''))
    }),
  )
  response.end(document.close)
}

function onlyMain(fragments: Record<string, string>, shown: { slot: string }[]) {
  const slots = ['main', ...shown.map(({ slot }) => slot)]
  return {
    path: '',
    layout: 'simple',
    fragments: Object.fromEntries(slots.map((slot) => [slot, fragments[slot] ?? ''])),
  }
}

/** Where the skip link leads. */
const mainTarget = ' id="main" tabindex="-1"'

/** The comment says that the section before it is complete. */
function toSection(slot: string, fragment: string, { html }: Fragment, attributes: string): string {
  return `<section slot="${slot}" data-fragment="${fragment}"${attributes}>${html}</section><!---->`
}

async function askFragment(
  composer: ComposeDeps,
  { releases: live, match, url, headers }: PageRequest,
  slot: string,
  left: AbortSignal,
): Promise<Fragment | null> {
  const fragment = match.page.fragments[slot] ?? ''
  const [team = ''] = fragment.split('/')
  const timeoutMs = slot === 'main' ? MAIN_TIMEOUT_MS : OTHERS_TIMEOUT_MS
  try {
    const bff = composer.bffs.get(team)
    const release = live.remotes.get(team)?.release
    if (!bff || !release) throw new Error(`${team} has no bff or no release`)
    const signal = AbortSignal.any([left, AbortSignal.timeout(timeoutMs)])
    return await fetchFragment(
      bff.request,
      { fragment: fragment, release, url, params: match.params, headers },
      timeoutMs,
      signal,
    )
  } catch (error) {
    if (!left.aborted) composer.onMissing(fragment, error)
    return null
  }
}

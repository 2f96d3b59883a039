/** The owning fragment decides the answer, the others are written as they arrive; the browser requests those that failed. */
import type { Response } from 'express'
import type { Bffs } from '../proxy/bffs.ts'
import type { ActiveReleases } from '../releases/active-releases.ts'
import { createDocument, type PageContext } from './document.ts'
import { type Fragment, fetchFragment } from './fragment.ts'
import { isFrame } from './page-fragments.ts'
import type { PageMatch } from './page-routes.ts'

const MAIN_TIMEOUT_MS = 3000
const OTHERS_TIMEOUT_MS = 2500

export interface ComposeDeps extends PageContext {
  bffs: Bffs
  onMissing(fragment: string, error: unknown): void
}

export interface PageRequest {
  releases: ActiveReleases
  match: PageMatch
  url: string
  headers: Record<string, string>
  /** The owning fragment, where it is the gateway's own. */
  main: Fragment | null
}

interface PendingFragment {
  slot: string
  pending: Promise<Fragment | null>
}

export async function composePage(
  deps: ComposeDeps,
  request: PageRequest,
  response: Response,
): Promise<'done' | 'no-main'> {
  const abort = new AbortController()
  response.once('close', () => abort.abort())
  const requestSlot = (slot: string) => requestFragment(deps, request, slot, abort.signal)
  const { main: _, ...others } = request.match.page.fragments
  const pendingMain = request.main ?? requestSlot('main')
  const pendingOthers = Object.keys(others).map((slot) => ({ slot, pending: requestSlot(slot) }))
  const main = await pendingMain
  if (main?.status === 303) redirect(response, main)
  else if (main) await writePage(deps, request, response, main, pendingOthers)
  abort.abort()
  return main ? 'done' : 'no-main'
}

function redirect(response: Response, { meta }: Fragment) {
  if (!meta.location) throw new Error('The owning fragment redirects without meta.location')
  response.set('cache-control', 'private, no-cache').redirect(303, meta.location)
}

/** Any status but 200 is a page without scripts, and without the fragments beside the owning one. */
async function writePage(
  deps: ComposeDeps,
  { releases, match, url }: PageRequest,
  response: Response,
  main: Fragment,
  others: PendingFragment[],
) {
  const interactive = main.status === 200
  const shown = interactive ? others : others.filter(({ slot }) => isFrame(releases, slot))
  const page = interactive ? match.page : toSimplePage(match.page.fragments, shown)
  const document = await createDocument(releases, page, { ...deps, interactive, url, params: match.params })
  response.status(main.status).type('html')
  response.set({ ...document.headers, 'cache-control': 'private, no-cache' })
  const { title, meta, preloads } = main
  const opening = document.open({ title, preloads, ...meta })
  response.write(opening + toSection('main', page.fragments.main ?? '', main, SKIP_LINK_TARGET) + document.scripts)
  await Promise.all(
    shown.map(async ({ slot, pending }) => {
      const fragment = await pending
      if (fragment?.status !== 200) return
      const attributes = isFrame(releases, slot) ? ' data-later' : ''
      response.write(toSection(slot, page.fragments[slot] ?? '', fragment, attributes))
    }),
  )
  response.end(document.close)
}

function toSimplePage(fragments: Record<string, string>, shown: { slot: string }[]) {
  const slots = ['main', ...shown.map(({ slot }) => slot)]
  return {
    path: '',
    layout: 'simple',
    fragments: Object.fromEntries(slots.map((slot) => [slot, fragments[slot] ?? ''])),
  }
}

const SKIP_LINK_TARGET = ' id="main" tabindex="-1"'

/** The comment says that the section before it is complete. */
function toSection(slot: string, fragment: string, { html }: Fragment, attributes: string): string {
  return `<section slot="${slot}" data-fragment="${fragment}"${attributes}>${html}</section><!---->`
}

async function requestFragment(
  deps: ComposeDeps,
  { releases, match, url, headers }: PageRequest,
  slot: string,
  aborted: AbortSignal,
): Promise<Fragment | null> {
  const fragment = match.page.fragments[slot] ?? ''
  const [team = ''] = fragment.split('/')
  const timeoutMs = slot === 'main' ? MAIN_TIMEOUT_MS : OTHERS_TIMEOUT_MS
  try {
    const bff = deps.bffs.get(team)
    const release = releases.remotes.get(team)?.release
    if (!bff) throw new Error(`The team ${team} has no bff: add its URLs to BFFS_FILE`)
    if (!release) throw new Error(`The team ${team} has no active release`)
    const signal = AbortSignal.any([aborted, AbortSignal.timeout(timeoutMs)])
    const query = { fragment, release, url, params: match.params, headers }
    return await fetchFragment(bff.request, query, { timeoutMs, signal })
  } catch (error) {
    if (!aborted.aborted) deps.onMissing(fragment, error)
    return null
  }
}

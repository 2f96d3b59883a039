/**
 * A page: all parts are asked at once, the owning part decides what is answered, the others are written whole, as they
 * arrive. A part that fails leaves its slot to the layout's fallback and to the browser, which asks again.
 */
import type { Upstream } from '@fernweh/kit/server/upstream'
import type { Response } from 'express'
import { createDocument, isFrame, type Setting } from './document.ts'
import { type Fragment, fetchFragment } from './fragment.ts'
import type { Match } from './pages.ts'
import type { Live } from './releases.ts'

const MAIN_WITHIN_MS = 3000
const OTHERS_WITHIN_MS = 2500

export interface Composer extends Setting {
  bffs: Map<string, Upstream>
  /** A part that could not be had; the page goes on. */
  onMissing(part: string, error: unknown): void
}

export interface Visit {
  live: Live
  match: Match
  /** Path and query. */
  url: string
  /** Identity, language: what every bff is told. */
  headers: Record<string, string>
}

type Part = Fragment | null

export async function composePage(composer: Composer, visit: Visit, response: Response): Promise<'done' | 'no-main'> {
  const left = new AbortController()
  response.once('close', () => left.abort())
  const ask = (slot: string) => askPart(composer, visit, slot, left.signal)
  const { main: _, ...others } = visit.match.page.parts
  const mainPart = ask('main')
  const otherParts = Object.keys(others).map((slot) => ({ slot, part: ask(slot) }))
  const main = await mainPart
  if (!main) {
    left.abort()
    return 'no-main'
  }
  if (main.status === 303) redirect(response, main)
  else await writePage(composer, visit, response, main, otherParts)
  left.abort()
  return 'done'
}

function redirect(response: Response, { meta }: Fragment) {
  if (!meta.location) throw new Error('A redirect without a place on this site')
  response.set('cache-control', 'private, no-cache').redirect(303, meta.location)
}

/** Any status but 200 is a page without scripts, and without the parts that stand beside the owning one. */
async function writePage(
  composer: Composer,
  { live, match, url }: Visit,
  response: Response,
  main: Fragment,
  others: { slot: string; part: Promise<Part> }[],
) {
  const lively = main.status === 200
  const shown = lively ? others : others.filter(({ slot }) => isFrame(live, slot))
  const page = lively ? match.page : onlyMain(match.page.parts, shown)
  const document = await createDocument(live, page, {
    ...composer,
    lively,
    url,
    params: match.params,
  })
  response.status(main.status).type('html')
  response.set({ ...document.headers, 'cache-control': 'private, no-cache' })
  const { title, meta, hints } = main
  const opening = document.open({ title, hints, ...meta })
  response.write(opening + toSection('main', page.parts.main ?? '', main, mainTarget) + document.scripts)
  await Promise.all(
    shown.map(async ({ slot, part }) => {
      const fragment = await part
      if (fragment?.status !== 200) return
      response.write(toSection(slot, page.parts[slot] ?? '', fragment, isFrame(live, slot) ? ' data-later' : ''))
    }),
  )
  response.end(document.close)
}

function onlyMain(parts: Record<string, string>, shown: { slot: string }[]) {
  const slots = ['main', ...shown.map(({ slot }) => slot)]
  return { path: '', layout: 'simple', parts: Object.fromEntries(slots.map((slot) => [slot, parts[slot] ?? ''])) }
}

/** Where the skip link leads. */
const mainTarget = ' id="main" tabindex="-1"'

/** The comment says that the section before it is complete. */
function toSection(slot: string, part: string, { html }: Fragment, attributes: string): string {
  return `<section slot="${slot}" data-part="${part}"${attributes}>${html}</section><!---->`
}

async function askPart(
  composer: Composer,
  { live, match, url, headers }: Visit,
  slot: string,
  left: AbortSignal,
): Promise<Part> {
  const part = match.page.parts[slot] ?? ''
  const [team = ''] = part.split('/')
  const timeoutMs = slot === 'main' ? MAIN_WITHIN_MS : OTHERS_WITHIN_MS
  try {
    const bff = composer.bffs.get(team)
    const release = live.remotes.get(team)?.release
    if (!bff || !release) throw new Error(`${team} has no bff or no release`)
    const signal = AbortSignal.any([left, AbortSignal.timeout(timeoutMs)])
    return await fetchFragment(bff.request, { part, release, url, params: match.params, headers }, timeoutMs, signal)
  } catch (error) {
    if (!left.aborted) composer.onMissing(part, error)
    return null
  }
}

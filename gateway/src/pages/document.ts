/** Everything around the fragments of a page: head, layout and the header that says what the page may do. */
import { createHash } from 'node:crypto'
import { directionOf, languageOf, type UiLanguage, uiLanguageOf } from '@fernweh/contracts/browser/languages'
import type { Layout, PageRecord, ReleaseRecord } from '@fernweh/contracts/release'
import type { ActiveReleases } from '../releases/active-releases.ts'
import type { Assets } from '../releases/assets.ts'
import { toLanguageButtons } from './languages.ts'
import type { Page } from './page-routes.ts'

export interface DocumentHead {
  title: string
  description?: string | undefined
  /** Seconds after which the page is loaded again where there is no script. */
  refresh?: number | undefined
  /** Elements for the head, asked for before everything else. */
  preloads?: string
}

/** What all pages have in common, and the language of this one. */
export interface PageContext {
  assets: Assets
  origin: string
  formTargets: string[]
  /** That can be chosen. */
  languages: UiLanguage[]
  /** BCP 47. */
  tag: string
}

export interface Document {
  headers: Record<string, string>
  /** From the doctype to the place of the first fragment. */
  open(title: DocumentHead): string
  /** What brings the page to life. Stands behind its main fragment: until that is there, the line is for what is seen. */
  scripts: string
  close: string
}

type Address = Pick<PageRecord, 'url' | 'params'>

/** With scripts only when the page is whole: `lively` is false for every status but 200. */
export async function createDocument(
  live: ActiveReleases,
  page: Page,
  { assets, origin, formTargets, languages, tag, lively, url, params }: PageContext & Address & { lively: boolean },
): Promise<Document> {
  const layout = live.shell.layouts?.[page.layout]
  if (!layout) throw new Error(`The shell has no layout ${page.layout}`)
  const styles = [live.shell.css ?? '', ...(await readStyles(live, page, assets))]
  const policy = toPolicy(origin, [...styles, layout.css], formTargets)

  return {
    headers: {
      'content-security-policy': policy,
      'content-language': languageOf(tag),
      vary: 'accept-language, cookie',
      ...(lively && live.shell.speculation && { 'speculation-rules': `"${live.shell.speculation}"` }),
    },
    open(title) {
      const html = toLayout(page, layout, url, { tag, languages })
      return `${toHead(title, tag)}${toLinks(live.shell, tag)}${styles.map((text) => `<style>${text}</style>`).join('')}</head><body>${html}`
    },
    scripts: lively ? toScripts(live, page, { url, params }) : '',
    close: '</div></body></html>',
  }
}

function toHead({ title, description, refresh, preloads: hints = '' }: DocumentHead, tag: string): string {
  const about = description ? `<meta name="description" content="${escapeHtml(description)}">` : ''
  const again = refresh ? `<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>` : ''
  return (
    `<!doctype html><html lang="${tag}" dir="${directionOf(tag)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${escapeHtml(title)}</title>${hints}${about}${again}`
  )
}

/** What a home screen, a tab and the browser's frame show of us. */
function toLinks({ icon, touchIcon, manifests, themeColours }: ReleaseRecord, tag: string): string {
  const manifest = manifests?.[uiLanguageOf(tag)]
  return [
    icon && `<link rel="icon" type="image/svg+xml" href="${icon}">`,
    touchIcon && `<link rel="apple-touch-icon" href="${touchIcon}">`,
    manifest && `<link rel="manifest" href="${manifest}">`,
    ...Object.entries(themeColours ?? {}).map(
      ([scheme, colour]) => `<meta name="theme-color" media="(prefers-color-scheme: ${scheme})" content="${colour}">`,
    ),
  ]
    .filter(Boolean)
    .join('')
}

/** Where the layout has its form for another language; the form leads back to the page. */
const languagePlace = '<!-- languages -->'

function toLayout(
  page: Page,
  { html, css }: Layout,
  url: string,
  { tag, languages }: Pick<PageContext, 'tag' | 'languages'>,
): string {
  const filled = (html[uiLanguageOf(tag)] ?? '')
    .replace(`<a href="${url}"`, `<a href="${url}" aria-current="page"`)
    .replace(
      languagePlace,
      () => `<input type="hidden" name="back" value="${escapeHtml(url)}">${toLanguageButtons(tag, languages)}`,
    )
  return (
    `<div data-layout="${page.layout}" data-slots="${Object.keys(page.fragments).join(' ')}">` +
    `<template shadowrootmode="open"><style>${css}</style>${filled}</template>`
  )
}

/** Entries and chunks of the page’s own fragments are preloaded, so that nothing waits for another script; the frame’s come later. */
function toScripts(live: ActiveReleases, page: Page, address: Address): string {
  const own = Object.entries(page.fragments).filter(([slot]) => !isFrame(live, slot))
  const preloads = recordsOf(
    live,
    own.map(([, fragment]) => fragment),
  ).flatMap(({ record, fragments }) => [
    ...(record.entry ? [record.entry] : []),
    ...fragments.flatMap((fragment) => record.fragments[fragment]?.js ?? []),
  ])
  const files = pinsOf(live, page)
  const worker = live.shell.worker !== undefined
  const record: PageRecord = { files, remotes: remotesOf(live, page), fragments: page.fragments, worker, ...address }
  const pinned = (publicPath: string) => `integrity="${files[publicPath]}" crossorigin="anonymous"`
  return [
    `<script type="application/json" id="release-record">${toJson(record)}</script>`,
    ...preloads.map((file) => `<link rel="preload" as="script" fetchpriority="low" href="${file}" ${pinned(file)}>`),
    ...(live.shell.scripts ?? []).map((file) => `<script async src="${file}" ${pinned(file)}></script>`),
  ].join('')
}

/** Hashes of the scripts this page may load: the shell's and its fragments', without the other fragments of the same teams. */
function pinsOf(live: ActiveReleases, page: Page): Record<string, string> {
  const pins = { ...live.shell.files }
  for (const { record, fragments } of recordsOf(live, Object.values(page.fragments))) {
    const wanted = new Set(fragments.flatMap((fragment) => record.fragments[fragment]?.js ?? []))
    const others = Object.values(record.fragments).flatMap(({ js }) => js.filter((file) => !wanted.has(file)))
    Object.assign(pins, record.files)
    for (const file of others) delete pins[file]
  }
  const isScript = (file: string) => /^\/assets\/.*\.js$/.test(file) && file !== live.shell.worker
  return Object.fromEntries(Object.entries(pins).filter(([file]) => isScript(file)))
}

function remotesOf(live: ActiveReleases, page: Page): PageRecord['remotes'] {
  const entries = recordsOf(live, Object.values(page.fragments)).map(({ record }) => [
    record.name,
    { entry: record.entry ?? '', release: record.release },
  ])
  return Object.fromEntries(entries)
}

export function isFrame({ shell }: ActiveReleases, slot: string): boolean {
  return slot in (shell.frame ?? {})
}

/** The releases some fragments come from, each with the names of those fragments there. */
function recordsOf(live: ActiveReleases, fragments: string[]): { record: ReleaseRecord; fragments: string[] }[] {
  const teams = new Map<string, string[]>()
  for (const fragment of fragments) {
    const [team = '', name = ''] = fragment.split('/')
    teams.set(team, [...(teams.get(team) ?? []), name])
  }
  return [...teams].flatMap(([team, names]) => {
    const record = live.remotes.get(team)
    return record ? [{ record, fragments: names }] : []
  })
}

/** A stylesheet that is missing or tampered with costs its fragment its looks, not the page. */
async function readStyles(live: ActiveReleases, page: Page, assets: Assets): Promise<string[]> {
  const records = recordsOf(live, Object.values(page.fragments))
  const files = records.flatMap(({ record, fragments }) =>
    fragments.flatMap((fragment) => record.fragments[fragment]?.css ?? []),
  )
  const read = await Promise.all([...new Set(files)].map((file) => assets.get(file).catch(() => null)))
  return read.flatMap((asset) => asset?.raw.toString() ?? [])
}

/** Browsers hold the redirects after a form against `form-action`, too. */
export function toPolicy(origin: string, styles: string[], formTargets: string[] = []): string {
  const hashes = [...new Set(styles.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`))]
  return [
    "default-src 'self'",
    `script-src ${origin}/assets/`,
    `worker-src ${origin}/service-worker.js`,
    `style-src ${hashes.join(' ')}`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ["form-action 'self'", ...formTargets].join(' '),
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ')
}

/** `<` cannot end the element it stands in. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? '')
}

/** Everything around the parts of a page: head, layout and the header that says what the page may do. */
import { createHash } from 'node:crypto'
import { directionOf, languageOf, type Wording, wordingOf } from '@fernweh/contracts/browser/languages'
import type { Layout, PageRecord, ReleaseRecord } from '@fernweh/contracts/release'
import type { Assets } from './assets.ts'
import { toSwitch } from './languages.ts'
import type { Page } from './pages.ts'
import type { Live } from './releases.ts'

export interface Title {
  title: string
  description?: string | undefined
  /** Seconds after which the page is loaded again where there is no script. */
  refresh?: number | undefined
  /** Elements for the head, asked for before everything else. */
  hints?: string
}

/** What all pages have in common, and the language of this one. */
export interface Setting {
  assets: Assets
  origin: string
  formTargets: string[]
  /** That can be chosen. */
  languages: Wording[]
  /** BCP 47. */
  tag: string
}

export interface Document {
  headers: Record<string, string>
  /** From the doctype to the place of the first part. */
  open(title: Title): string
  /** What brings the page to life. Stands behind its main part: until that is there, the line is for what is seen. */
  scripts: string
  close: string
}

type Address = Pick<PageRecord, 'url' | 'params'>

/** With scripts only when the page is whole: `lively` is false for every status but 200. */
export async function createDocument(
  live: Live,
  page: Page,
  { assets, origin, formTargets, languages, tag, lively, url, params }: Setting & Address & { lively: boolean },
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

function toHead({ title, description, refresh, hints = '' }: Title, tag: string): string {
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
  const manifest = manifests?.[wordingOf(tag)]
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
  { tag, languages }: Pick<Setting, 'tag' | 'languages'>,
): string {
  const filled = (html[wordingOf(tag)] ?? '')
    .replace(`<a href="${url}"`, `<a href="${url}" aria-current="page"`)
    .replace(
      languagePlace,
      () => `<input type="hidden" name="back" value="${escapeHtml(url)}">${toSwitch(tag, languages)}`,
    )
  return (
    `<div data-layout="${page.layout}" data-slots="${Object.keys(page.parts).join(' ')}">` +
    `<template shadowrootmode="open"><style>${css}</style>${filled}</template>`
  )
}

/** Entries and chunks of the page’s own parts are preloaded, so that nothing waits for another script; the frame’s come later. */
function toScripts(live: Live, page: Page, address: Address): string {
  const own = Object.entries(page.parts).filter(([slot]) => !isFrame(live, slot))
  const preloads = recordsOf(
    live,
    own.map(([, part]) => part),
  ).flatMap(({ record, parts }) => [
    ...(record.entry ? [record.entry] : []),
    ...parts.flatMap((part) => record.parts[part]?.js ?? []),
  ])
  const files = pinsOf(live, page)
  const worker = live.shell.worker !== undefined
  const record: PageRecord = { files, remotes: remotesOf(live, page), parts: page.parts, worker, ...address }
  const pinned = (publicPath: string) => `integrity="${files[publicPath]}" crossorigin="anonymous"`
  return [
    `<script type="application/json" id="release-record">${toJson(record)}</script>`,
    ...preloads.map((file) => `<link rel="preload" as="script" fetchpriority="low" href="${file}" ${pinned(file)}>`),
    ...(live.shell.scripts ?? []).map((file) => `<script async src="${file}" ${pinned(file)}></script>`),
  ].join('')
}

/** Hashes of the scripts this page may load: the shell's and its parts', without the other parts of the same teams. */
function pinsOf(live: Live, page: Page): Record<string, string> {
  const pins = { ...live.shell.files }
  for (const { record, parts } of recordsOf(live, Object.values(page.parts))) {
    const wanted = new Set(parts.flatMap((part) => record.parts[part]?.js ?? []))
    const others = Object.values(record.parts).flatMap(({ js }) => js.filter((file) => !wanted.has(file)))
    Object.assign(pins, record.files)
    for (const file of others) delete pins[file]
  }
  const isScript = (file: string) => /^\/assets\/.*\.js$/.test(file) && file !== live.shell.worker
  return Object.fromEntries(Object.entries(pins).filter(([file]) => isScript(file)))
}

function remotesOf(live: Live, page: Page): PageRecord['remotes'] {
  const entries = recordsOf(live, Object.values(page.parts)).map(({ record }) => [
    record.name,
    { entry: record.entry ?? '', release: record.release },
  ])
  return Object.fromEntries(entries)
}

export function isFrame({ shell }: Live, slot: string): boolean {
  return slot in (shell.frame ?? {})
}

/** The releases some parts come from, each with the names of those parts there. */
function recordsOf(live: Live, parts: string[]): { record: ReleaseRecord; parts: string[] }[] {
  const teams = new Map<string, string[]>()
  for (const part of parts) {
    const [team = '', name = ''] = part.split('/')
    teams.set(team, [...(teams.get(team) ?? []), name])
  }
  return [...teams].flatMap(([team, names]) => {
    const record = live.remotes.get(team)
    return record ? [{ record, parts: names }] : []
  })
}

/** A stylesheet that is missing or tampered with costs its part its looks, not the page. */
async function readStyles(live: Live, page: Page, assets: Assets): Promise<string[]> {
  const records = recordsOf(live, Object.values(page.parts))
  const files = records.flatMap(({ record, parts }) => parts.flatMap((part) => record.parts[part]?.css ?? []))
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

import { languageOf, type UiLanguage, uiLanguageOf } from '@fernweh/contracts/browser/languages'
import type { Layout, PageRecord } from '@fernweh/contracts/release'
import escapeHtml from 'escape-html'
import type { ActiveReleases } from '../releases/active-releases.ts'
import type { Assets } from '../releases/assets.ts'
import { toContentPolicy } from './content-policy.ts'
import { type DocumentHead, toHead, toLinks } from './document-head.ts'
import { toLanguageButtons } from './languages.ts'
import { recordsOf } from './page-fragments.ts'
import type { Page } from './page-routes.ts'
import { toScripts } from './page-scripts.ts'
import { toSharedTags } from './shared-tags.ts'

export interface PageOptions {
  assets: Assets
  origin: string
  formTargets: string[]
  languages: UiLanguage[]
}

export interface PageContext extends PageOptions {
  tag: string
}

export interface Document {
  headers: Record<string, string>
  /** From the doctype to the place of the first fragment. */
  open(head: DocumentHead): string
  /** Stands behind the main fragment: until that has arrived, the connection is for what is seen. */
  scripts: string
  close: string
}

type DocumentContext = PageContext & Pick<PageRecord, 'url' | 'params'> & { interactive: boolean }

/** Has scripts only when the page is whole: `interactive` is false for every status but 200. */
export async function createDocument(
  releases: ActiveReleases,
  page: Page,
  context: DocumentContext,
): Promise<Document> {
  const { shell } = releases
  const { tag, interactive, url, params } = context
  const layout = shell.layouts?.[page.layout]
  if (!layout) throw new Error(`The shell's release ${shell.release} has no layout "${page.layout}"`)
  const styles = [shell.css ?? '', ...(await readStyles(releases, page, context.assets))]

  return {
    headers: {
      'content-security-policy': toContentPolicy(context.origin, [...styles, layout.css], context.formTargets),
      'content-language': languageOf(tag),
      vary: 'accept-language, cookie',
      ...(interactive && shell.speculation && { 'speculation-rules': `"${shell.speculation}"` }),
    },
    open(head) {
      const styleElements = styles.map((text) => `<style>${text}</style>`).join('')
      const tags = toHead(head, tag) + toSharedTags(head, context) + toLinks(shell, tag)
      return `${tags}${styleElements}</head><body>${toLayout(page, layout, context)}`
    },
    scripts: interactive ? toScripts(releases, page, { url, params }) : '',
    close: '</div></body></html>',
  }
}

/** Where a layout has its form for another language. */
const LANGUAGES_PLACEHOLDER = '<!-- languages -->'

function toLayout(page: Page, { html, css }: Layout, { tag, languages, url }: DocumentContext): string {
  const back = `<input type="hidden" name="back" value="${escapeHtml(url)}">`
  const filled = (html[uiLanguageOf(tag)] ?? '')
    .replace(`<a href="${url}"`, (link) => `${link} aria-current="page"`)
    .replace(LANGUAGES_PLACEHOLDER, () => back + toLanguageButtons(tag, languages))
  return (
    `<div data-layout="${page.layout}" data-slots="${Object.keys(page.fragments).join(' ')}">` +
    `<template shadowrootmode="open"><style>${css}</style>${filled}</template>`
  )
}

/** A stylesheet that is missing or tampered with costs its fragment its looks, not the page. */
async function readStyles(releases: ActiveReleases, page: Page, assets: Assets): Promise<string[]> {
  const files = recordsOf(releases, Object.values(page.fragments)).flatMap(({ record, fragments }) =>
    fragments.flatMap((fragment) => record.fragments[fragment]?.css ?? []),
  )
  const styles = await Promise.all([...new Set(files)].map((file) => assets.get(file).catch(() => null)))
  return styles.flatMap((asset) => asset?.raw.toString() ?? [])
}

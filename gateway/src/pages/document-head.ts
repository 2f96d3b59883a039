import { directionOf, uiLanguageOf } from '@fernweh/contracts/browser/languages'
import type { ReleaseRecord } from '@fernweh/contracts/release'
import escapeHtml from 'escape-html'

export interface DocumentHead {
  title: string
  description?: string | undefined
  /** Seconds after which the page is loaded again where there is no script. */
  refresh?: number | undefined
  /** `<link>` elements of pictures that are seen first; the browser requests them before everything else. */
  preloads?: string
  /** Path and query of the page without what a visitor chose on it; pages without one are nobody else's to find or share. */
  canonical?: string | undefined
  /** Path of the picture shown beside a shared link. */
  picture?: string | undefined
  /** What the page is about, in the words of schema.org. */
  structured?: Record<string, unknown> | undefined
}

export function toHead({ title, description, refresh, preloads = '' }: DocumentHead, tag: string): string {
  const meta = description ? `<meta name="description" content="${escapeHtml(description)}">` : ''
  const reload = refresh ? `<noscript><meta http-equiv="refresh" content="${refresh}"></noscript>` : ''
  return (
    `<!doctype html><html lang="${tag}" dir="${directionOf(tag)}"><head><meta charset="utf-8">` +
    '<meta name="viewport" content="width=device-width, initial-scale=1">' +
    `<title>${escapeHtml(title)}</title>${preloads}${meta}${reload}`
  )
}

export function toLinks({ icon, touchIcon, manifests, themeColours }: ReleaseRecord, tag: string): string {
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

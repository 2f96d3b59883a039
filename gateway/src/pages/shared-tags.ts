/** What search engines, and sites that show a preview of a shared link, read in the head of a page that has one public address. */
import { preview } from '@fernweh/contracts/browser/pictures'
import escapeHtml from 'escape-html'
import type { DocumentHead } from './document-head.ts'
import { type Address, addressesOf } from './languages.ts'
import { toJson } from './page-scripts.ts'

export interface SharedPage extends Address {
  origin: string
}

export function toSharedTags(head: DocumentHead, page: SharedPage): string {
  if (head.canonical === undefined) return ''
  const { own, alternates } = addressesOf(head.canonical, page)
  const structured = head.structured && `<script type="application/ld+json">${toJson(head.structured)}</script>`
  return [
    `<link rel="canonical" href="${escapeHtml(page.origin + own)}">`,
    ...alternates.map(
      ([language, path]) => `<link rel="alternate" hreflang="${language}" href="${escapeHtml(page.origin + path)}">`,
    ),
    ...Object.entries(toPreview(head, page.origin, own)).map(
      ([property, content]) => `<meta property="${property}" content="${escapeHtml(content)}">`,
    ),
    `<meta name="twitter:card" content="${head.picture ? 'summary_large_image' : 'summary'}">`,
    structured,
  ]
    .filter(Boolean)
    .join('')
}

/** The Open Graph protocol (ogp.me): the title without the name of the site, which stands beside it. */
function toPreview({ title, description, picture }: DocumentHead, origin: string, own: string): Record<string, string> {
  return {
    'og:type': 'website',
    'og:site_name': 'Fernweh',
    'og:title': title.replace(/ · Fernweh$/, ''),
    ...(description && { 'og:description': description }),
    'og:url': origin + own,
    ...(picture && {
      'og:image': origin + picture,
      'og:image:type': `image/${preview.format}`,
      'og:image:width': String(preview.width),
      'og:image:height': String(preview.height),
    }),
  }
}

/** The record of a build of a micro-frontend or the shell; written by the build and never changed. */
import { z } from 'zod'

/** `team/Fragment`, e.g. `bookings/Sessions`. */
export const fragmentName = z.string().regex(/^[a-z]+\/[A-Z][A-Za-z]*$/)

/** A page of a team: its path, layout, and the fragments in the layout's other slots. */
const currentPageDeclaration = z.object({
  path: z.string().startsWith('/'),
  layout: z.string(),
  main: fragmentName,
  fragments: z.record(z.string(), fragmentName).default({}),
  /** Shown in development only. */
  only: z.literal('development').optional(),
})
/** Records written before December 2026 call fragments `parts`. */
const readParts = (stored: unknown) => {
  if (typeof stored !== 'object' || stored === null || !('parts' in stored)) return stored
  const { parts, ...rest } = stored
  return { fragments: parts, ...rest }
}

export const pageDeclaration = z.preprocess(readParts, currentPageDeclaration)
export type PageDeclaration = z.input<typeof currentPageDeclaration>

/**
 * Shadow DOM of a layout: `html`, by language (and of the pseudo-locale), holds `<slot name="…">` elements with their
 * fallbacks; `css` styles frame and slots.
 */
export const layout = z.object({ html: z.record(z.string(), z.string()), css: z.string() })
export type Layout = z.infer<typeof layout>

/** Base64 `sha384-…`, as in Subresource Integrity (W3C SRI). */
const integrity = z.string().startsWith('sha384-')

const currentReleaseRecord = z.object({
  name: z.string(),
  /** Short content hash over every file: the same sources give the same release. */
  release: z.string(),
  /** Public path of remoteEntry (remotes only). */
  entry: z.string().optional(),
  /** Public paths of every entry chunk (shell only). */
  scripts: z.array(z.string()).optional(),
  /** By fragment name without the team: public paths of its files, and keys of its messages (`refusal.*` for all with that prefix). */
  fragments: z.record(
    z.string(),
    z.object({ js: z.array(z.string()), css: z.array(z.string()), messages: z.array(z.string()).default([]) }),
  ),
  pages: z.array(pageDeclaration),
  /** Shell only. */
  layouts: z.record(z.string(), layout).optional(),
  /** Shell only: slots filled on every page, e.g. `{ menu: 'account/Menu' }`. */
  frame: z.record(z.string(), fragmentName).optional(),
  /** Shell only: document-level stylesheet (tokens, base) inlined in every page. */
  css: z.string().optional(),
  /** Shell only: public paths of the icon, as SVG and as a PNG for home screens. */
  icon: z.string().optional(),
  touchIcon: z.string().optional(),
  /** Shell only: colours for the browser's own controls. */
  themeColours: z.object({ light: z.string(), dark: z.string() }).optional(),
  /** Shell only: public paths of the web app manifests, by language. */
  manifests: z.record(z.string(), z.string()).optional(),
  /** Shell only: public path of the speculation rules for prefetching. */
  speculation: z.string().optional(),
  /** Shell only: public path of the service worker, which the gateway answers at `/service-worker.js`. */
  worker: z.string().optional(),
  /** File name of the server build below `server/`. */
  server: z.string().optional(),
  /** Every public path with its hash; sizes in bytes, raw and brotli. */
  files: z.record(z.string(), integrity),
  sizes: z.record(z.string(), z.object({ raw: z.number(), brotli: z.number() })),
})
export const releaseRecord = z.preprocess(readParts, currentReleaseRecord)
export type ReleaseRecord = z.infer<typeof releaseRecord>

/** The record the gateway writes into every page, as `#release-record`, for the shell. */
export interface PageRecord {
  /** Public path → integrity of every file the page may load. */
  files: Record<string, string>
  remotes: Record<string, { entry: string; release: string }>
  /** Slot → fragment, in the layout's order. */
  fragments: Record<string, string>
  url: string
  params: Record<string, string>
  /** Whether there is a service worker. */
  worker: boolean
}

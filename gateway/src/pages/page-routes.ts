import type { PageDeclaration, ReleaseRecord } from '@fernweh/contracts/release'

export interface Page {
  layout: string
  path: string
  /** Slot → fragment; `main` is the owning one. */
  fragments: Record<string, string>
}

export interface PageMatch {
  page: Page
  params: Record<string, string>
}

export function toPages(remotes: Iterable<ReleaseRecord>, frame: Record<string, string>, development = false): Page[] {
  return [...remotes]
    .flatMap(({ pages }) => pages)
    .filter(({ only }) => !only || development)
    .map((page) => toPage(page, frame))
    .sort(byExactness)
}

function toPage({ path, layout, main, fragments }: PageDeclaration, frame: Record<string, string>): Page {
  return { path, layout, fragments: { main, ...fragments, ...frame } }
}

export function matchPage(pages: Page[], pathname: string): PageMatch | null {
  for (const page of pages) {
    const params = matchPath(page.path, pathname)
    if (params) return { page, params }
  }
  return null
}

function matchPath(pattern: string, pathname: string): Record<string, string> | null {
  const names = pattern.split('/')
  const values = pathname.split('/')
  if (names.length !== values.length) return null
  const params: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const value = decode(values[at] ?? '')
    if (value === null) return null
    if (!name.startsWith(':') && value !== name) return null
    if (name.startsWith(':') && !value) return null
    if (name.startsWith(':')) params[name.slice(1)] = value
  }
  return params
}

/** Null for a malformed escape, which matches nothing. */
function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

/** `/e/new` before `/e/:id`: a parameter sorts after every name; equal paths by team, so that the order is stable. */
function byExactness(a: Page, b: Page): number {
  const [left, right] = [a, b].map(({ path, fragments }) => `${path.replace(/:\w+/g, '\uffff')} ${fragments.main}`)
  return (left ?? '') < (right ?? '') ? -1 : 1
}

/** The same page with nothing to run: no scripts, no data for them, no preloads of them. */
export function toStatic(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*\bas="?script\b[^>]*>/gi, '')
    .replace(/<link\b[^>]*\brel="?modulepreload\b[^>]*>/gi, '')
}

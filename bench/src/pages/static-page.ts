/** The same page without scripts, their data and their preloads. */
export function toStatic(html: string): string {
  return html
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/gi, '')
    .replace(/<link\b[^>]*\bas="?script\b[^>]*>/gi, '')
    .replace(/<link\b[^>]*\brel="?modulepreload\b[^>]*>/gi, '')
}

/** A path and query of this site with other values for some query fields; null removes a field. */
export function withQuery(page: string, fields: Record<string, string | null>): string {
  const url = new URL(page, 'http://page')
  for (const [name, value] of Object.entries(fields)) {
    if (value === null) url.searchParams.delete(name)
    else url.searchParams.set(name, value)
  }
  return `${url.pathname}${url.search}`
}

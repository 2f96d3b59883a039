/** Where to go after signing in or out: a path of this site, or nothing (an open redirect would lend our name to others). */
export function toNextPath(next: string): string | null {
  if (!next.startsWith('/') || !URL.canParse(next, 'http://here')) return null
  const { host, pathname, search, hash } = new URL(next, 'http://here')
  // A path such as /.//elsewhere is normalised to one that browsers take for another host.
  return host === 'here' && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : null
}

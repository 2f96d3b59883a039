/** What was done is said once: it leaves the address, so that a reload does not say it again. */
export function forgetDone(): void {
  const url = new URL(location.href)
  if (!url.searchParams.has('done')) return
  url.searchParams.delete('done')
  history.replaceState(history.state, '', url)
}

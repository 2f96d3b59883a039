/** Removes the completed action from the address, so that a reload does not show it again. */
export function clearCompleted(): void {
  const url = new URL(location.href)
  if (!url.searchParams.has('done')) return
  url.searchParams.delete('done')
  history.replaceState(history.state, '', url)
}

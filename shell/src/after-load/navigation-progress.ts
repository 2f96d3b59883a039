/** Shows a progress line at the top of the page during navigations, in browsers with the Navigation API. */
const DELAY_MS = 150
/** A download, such as a calendar file, ends the navigation without an event. */
const MAX_MS = 15_000

interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean }
  downloadRequest: string | null
  signal: AbortSignal
}

export function showNavigationProgress(): void {
  const { navigation } = globalThis as { navigation?: EventTarget }
  const line = document.createElement('div')
  line.dataset.progress = ''
  line.ariaHidden = 'true'
  let timers: ReturnType<typeof setTimeout>[] = []

  function hide() {
    timers.forEach(clearTimeout)
    line.remove()
  }
  navigation?.addEventListener('navigate', (event) => {
    const { destination, downloadRequest, signal } = event as NavigateEvent
    if (destination.sameDocument || downloadRequest !== null || !destination.url.startsWith('http')) return
    hide()
    timers = [setTimeout(() => document.body.append(line), DELAY_MS), setTimeout(hide, MAX_MS)]
    signal.addEventListener('abort', hide)
  })
  // `pageswap` precedes the screenshot for a view transition; the others cover the back/forward cache.
  for (const last of ['pageswap', 'pagehide', 'pageshow']) addEventListener(last, hide)
}

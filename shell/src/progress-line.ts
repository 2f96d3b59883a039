/** The horizon at the top of the page while the next one is on its way, for browsers that tell of navigations. */
const LATE_MS = 150
/** An answer that is no page, such as a calendar file, leaves this one standing and is not told of. */
const MAX_MS = 15_000

interface NavigateEvent extends Event {
  destination: { url: string; sameDocument: boolean }
  downloadRequest: string | null
  signal: AbortSignal
}

export function showProgress(): void {
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
    timers = [setTimeout(() => document.body.append(line), LATE_MS), setTimeout(hide, MAX_MS)]
    signal.addEventListener('abort', hide)
  })
  // In this order: a picture of this page is taken for the transition; this page is kept in memory and shown again.
  for (const last of ['pageswap', 'pagehide', 'pageshow']) addEventListener(last, hide)
}

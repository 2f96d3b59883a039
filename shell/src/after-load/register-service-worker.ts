import { bus } from '../bus.ts'
import { record, WORKER } from '../page-record.ts'
import type { PageOpened } from '../service-worker/main.ts'

/**
 * Registers the service worker, which keeps tickets and bookings for offline use, and sends it the page's files. A release
 * without a worker removes the one of an earlier release.
 */
export async function registerServiceWorker(): Promise<void> {
  const { serviceWorker } = navigator
  // Available on secure origins only.
  if (!serviceWorker) return
  if (!record.worker) {
    for (const registration of await serviceWorker.getRegistrations()) await registration.unregister()
    return
  }
  if (!(await register(serviceWorker))) return
  const { active } = await serviceWorker.ready
  active?.postMessage(toPageOpened())
  bus.on('bookings:booking-confirmed', () => active?.postMessage(toPageOpened()))
}

function toPageOpened(): PageOpened {
  const tickets = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/tickets/"]')]
  return {
    language: document.documentElement.lang,
    files: performance.getEntriesByType('resource').map(({ name }) => name),
    tickets: tickets.map(({ pathname }) => pathname),
  }
}

/** False when the page was left meanwhile, which is no failure: the next page registers it. */
async function register(serviceWorker: ServiceWorkerContainer): Promise<boolean> {
  try {
    await serviceWorker.register(WORKER)
    return true
  } catch (error) {
    if ((error as Error).name !== 'AbortError') throw error
    return false
  }
}

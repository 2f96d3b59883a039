/** Hands the page's address to the service worker, which keeps what a traveller needs without a network. */
import { record, WORKER } from './record.ts'
import type { PageOpened } from './service-worker/main.ts'

/** A release without a worker takes away the one that an earlier release brought. */
export async function keepForOffline(): Promise<void> {
  const { serviceWorker } = navigator
  // Browsers have it on secure origins only.
  if (!serviceWorker) return
  if (!record.worker) {
    for (const registration of await serviceWorker.getRegistrations()) await registration.unregister()
    return
  }
  await serviceWorker.register(WORKER)
  const { active } = await serviceWorker.ready
  const opened: PageOpened = {
    language: document.documentElement.lang,
    files: performance.getEntriesByType('resource').map(({ name }) => name),
  }
  active?.postMessage(opened)
}
